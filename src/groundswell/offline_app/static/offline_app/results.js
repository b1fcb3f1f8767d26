// What a tap becomes: records for the server, made and named here.

import { deviceNow } from "./clock.js";
import { uuid7 } from "./ids.js";
import { lastPlace } from "./whereabouts.js";

// Outcomes that a whole house can have.
export const FOR_THE_HOUSE = ["no_answer", "inaccessible", "other_answered", "refused", "do_not_contact"];

const made = (kind, rest) => ({ id: uuid7(), kind, made_at: deviceNow(), ...rest });

// elector null: the whole house. said: [{kind, note}]. byName: a canvasser without a phone.
export function doorRecord({ round, household, elector = null, outcome, answers = {}, detail = "", callBackAt = null, seconds = null, said = [], byName = "" }) {
  return made("door", {
    round,
    household,
    elector,
    outcome,
    answers,
    detail,
    call_back_at: callBackAt,
    seconds: seconds === null ? null : Math.max(0, Math.min(Math.round(seconds), 86_400)),
    said: said.map((one) => ({ id: uuid7(), note: "", ...one })),
    on_behalf_of: byName,
    where: lastPlace(),
  });
}

export const undoRecord = (round, of) => made("undo", { round, of });

// action: "sent", "back", "name_added", "name_gone"
export const boardRecord = (round, action, name, household = null) => made("board", { round, household, action, name });

export const shiftRecord = (action, more = {}) => made("shift", { action, round: null, ...more });

export const helpRecord = (round, household, note = "") => made("help", { round, household, where: lastPlace(), note });

export const doorNoteRecord = (round, household, { text, safety, doNotSend }) =>
  made("door_note", { round, household, text, safety, do_not_send: doNotSend });

export const callRecord = (rest) => made("call", rest);

export const callUndoRecord = (joinCode, batch, of) => made("call_undo", { join_code: joinCode, batch, of });
