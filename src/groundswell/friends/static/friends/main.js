// One's own friends, on one's own device.

import { friendPage } from "./friend.js";
import { home } from "./home.js";
import { begin, friendWith, matchNow, state } from "./state.js";
import { handInAll } from "./telling.js";

const root = document.getElementById("friends");
const aside = document.getElementById("with-others");
let first = true;

function show() {
  const friend = friendWith(location.hash.slice(2));
  root.replaceChildren(...(friend ? friendPage(friend) : home()));
  aside.hidden = Boolean(friend);
  document.getElementById("heading").hidden = Boolean(friend);
  if (!first) {
    scrollTo(0, 0);
    document.getElementById(friend ? "friend" : "heading").focus({ preventScroll: true });
  }
  first = false;
}

await begin();
document.getElementById("heading").tabIndex = -1;
addEventListener("hashchange", show);
addEventListener("online", () => void handInAll().then(show));
show();
root.dataset.ready = "";
void handInAll();
if (state.friends.some((friend) => !friend.matched)) void matchNow();
