// The order of a street: dragged, or moved with buttons; nothing is kept until it is saved.
(() => {
  for (const list of document.querySelectorAll("[data-order]")) {
    const said = list.parentElement.querySelector("[data-said]");
    let dragged = null;

    const tell = (door) => {
      const place = [...list.children].indexOf(door) + 1;
      said.textContent = `${door.querySelector("span").textContent} ${said.dataset.words}${place}`;
    };

    list.addEventListener("click", (event) => {
      const button = event.target.closest("[name=move]");
      if (!button) return;
      event.preventDefault();
      const door = button.closest("li");
      const up = button.value.endsWith(":up");
      const other = up ? door.previousElementSibling : door.nextElementSibling;
      if (!other) return;
      up ? other.before(door) : other.after(door);
      button.focus();
      tell(door);
    });

    list.addEventListener("dragstart", (event) => {
      dragged = event.target.closest("li");
      event.dataTransfer.effectAllowed = "move";
      dragged.classList.add("street-door--dragged");
    });
    list.addEventListener("dragover", (event) => {
      const over = event.target.closest("li");
      if (!dragged || !over || over === dragged) return;
      event.preventDefault();
      const { top, height } = over.getBoundingClientRect();
      event.clientY < top + height / 2 ? over.before(dragged) : over.after(dragged);
    });
    list.addEventListener("drop", (event) => event.preventDefault());
    list.addEventListener("dragend", () => {
      if (!dragged) return;
      dragged.classList.remove("street-door--dragged");
      tell(dragged);
      dragged = null;
    });
  }
})();
