// The device's own share sheet, where there is one. Every other way works without this file.
document.querySelectorAll("[data-shares]").forEach((button) => {
  if (!navigator.share) return;
  button.hidden = false;
  button.addEventListener("click", () =>
    navigator.share({ title: button.dataset.title, url: button.dataset.shares }).catch(() => {}),
  );
});
