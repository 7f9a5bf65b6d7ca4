// What a tap on a button, quick reply or menu area does, for each of LINE's actions.

import { ask, askPlace } from "./dialogs.js";
import { byId } from "./dom.js";

export function takeAction(page, action) {
  const take = Object.hasOwn(ACTIONS, action?.type) ? ACTIONS[action.type] : null;
  return take ? take(page, action) : undefined;
}

const ACTIONS = {
  message: (page, action) => page.act("say", { text: action.text, as: byId("speak-as").value }),
  postback: (page, action) => {
    if (action.inputOption === "openKeyboard") {
      byId("words").value = action.fillInText ?? "";
      byId("words").focus();
    }
    return page.act("tap", { data: action.data, display_text: action.displayText ?? action.text ?? null });
  },
  uri: (page, action) => {
    const address = String(action.uri ?? "");
    if (/^(https?|tel|mailto):/i.test(address)) window.open(address, "_blank", "noopener,noreferrer");
  },
  datetimepicker: async (page, action) => {
    const kind = { date: "date", time: "time", datetime: "datetime-local" }[action.mode] ?? "date";
    const value = await ask(action.label ?? "", kind, action);
    if (value) await page.act("tap", { data: action.data, params: { [action.mode]: value } });
  },
  location: async (page) => {
    const place = await askPlace();
    if (place) await page.act("location", place);
  },
  camera: () => byId("image-file").click(),
  cameraRoll: () => byId("image-file").click(),
  clipboard: (page, action) => navigator.clipboard?.writeText(String(action.clipboardText ?? "")),
  richmenuswitch: (page, action) => page.act("switch", { alias: action.richMenuAliasId, data: action.data }),
};
