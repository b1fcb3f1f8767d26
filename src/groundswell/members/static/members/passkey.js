// Passkeys: a button with data-passkey asks the device, puts its answer into the form and sends it.
// "add" makes one, "use" shows one to somebody known, "sign-in" shows one to nobody known yet.
// The buttons come switched off, so that nobody presses one before it can answer.

function given() {
  return JSON.parse(document.getElementById("js_data").textContent);
}

async function makeOne(form) {
  const options = given().creation_options;
  const alone = form.elements.passwordless?.checked ?? false;
  Object.assign(options.publicKey.authenticatorSelection, {
    residentKey: alone ? "required" : "discouraged",
    requireResidentKey: alone,
    ...(alone && { userVerification: "required" }),
  });
  return window.webauthnJSON.create(options);
}

async function showOne() {
  return window.webauthnJSON.get(given().request_options);
}

async function showAny(form) {
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`no options: ${answer.status}`);
  return window.webauthnJSON.get((await answer.json()).request_options);
}

const ways = { add: makeOne, use: showOne, "sign-in": showAny };

for (const button of document.querySelectorAll("[data-passkey]")) {
  button.addEventListener("click", async (event) => {
    event.preventDefault();
    const place = document.getElementById("passkey-trouble");
    place.textContent = "";
    try {
      const credential = await ways[button.dataset.passkey](button.form);
      button.form.elements.credential.value = JSON.stringify(credential);
      button.form.submit();
    } catch {
      place.textContent = place.dataset.words;
    }
  });
  button.disabled = false;
}
