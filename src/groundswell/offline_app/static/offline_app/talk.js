// Where a conversation stands. The server says the same in Python (contact/rules/script).

// The first question that is asked and has no answer yet; undefined when all have been.
// given: {key: [values]}, with a key for each question answered or left out.
export function questionNow(questions, given, notAsked = []) {
  const heard = {};
  return questions.find((question) => {
    const leadsHere = question.ask_if.every(
      ({ question: earlier, among }) => among.some((value) => (heard[earlier] ?? []).includes(value)),
    );
    if (notAsked.includes(question.key) || !leadsHere) return false;
    if (!(question.key in given)) return true;
    heard[question.key] = given[question.key];
    return false;
  });
}

// Without the questions that were left out.
export const answered = (given) => Object.fromEntries(Object.entries(given).filter(([, values]) => values.length));
