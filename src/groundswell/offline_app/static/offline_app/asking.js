// The script, one question at a time, for a door or a call.

import { button, h, icon, shape } from "./dom.js";
import { questionNow } from "./talk.js";
import { fill, t } from "./words.js";

// on: {answer(key, values), back(), stop()}; words fill {name} and the like. Nothing when all is asked.
export function asking({ script, given, notAsked = [], words, on }) {
  const now = questionNow(script.questions, given, notAsked);
  if (!now) return undefined;
  const begun = Object.keys(given).length > 0;
  return {
    main: [
      !begun && script.introduction && h("blockquote.say", {}, fill(script.introduction, words)),
      !begun && script.caller_notes && h("p.quiet", {}, script.caller_notes),
      h("h2.say.question-text", { id: "question" }, fill(now.text, words)),
      now.note && h("p.quiet", {}, now.note),
      picker(now, on.answer),
    ],
    foot: [
      button(t("back"), { onclick: on.back }, icon("arrow-left")),
      button(t("leave_out"), { onclick: () => on.answer(now.key, []) }),
      begun && button(t("had_to_go"), { kind: "primary", onclick: on.stop }),
    ],
  };
}

function picker(question, answer) {
  if (question.kind === "text") return typed(question, answer);
  if (question.kind === "multi") return several(question, answer);
  const scale = question.kind === "scale" ? ".choices--scale" : "";
  return h(
    `div.choices${scale}`,
    { role: "group", "aria-labelledby": "question" },
    question.answers.map((choice) =>
      h("button.choice", { onclick: () => answer(question.key, [choice.value]) }, choice.meaning && shape(choice.meaning), h("span.choice-words", {}, choice.label)),
    ),
  );
}

function typed(question, answer) {
  const field = h("textarea", { maxlength: 500, rows: 3, "aria-labelledby": "question" });
  return h("div.stack", {}, h("p.hint", {}, question.warning), field, button(t("next"), { kind: "primary", onclick: () => answer(question.key, field.value.trim() ? [field.value.trim()] : []) }));
}

function several(question, answer) {
  const boxes = question.answers.map((choice) => [choice, h("input", { type: "checkbox", value: choice.value })]);
  const done = () => answer(question.key, boxes.filter(([, box]) => box.checked).map(([, box]) => box.value));
  return h(
    "div.stack",
    {},
    h("div.choices", { role: "group", "aria-labelledby": "question" }, boxes.map(([choice, box]) => h("label.choice", {}, box, h("span.choice-words", {}, choice.label)))),
    button(t("next"), { kind: "primary", onclick: done }),
  );
}
