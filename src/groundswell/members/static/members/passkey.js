// Says so on the page when a passkey did not work; the library only tells the console.
document.addEventListener("allauth.error", (event) => {
  const place = document.getElementById("passkey-trouble");
  if (place) {
    event.preventDefault();
    place.textContent = place.dataset.words;
  }
});
