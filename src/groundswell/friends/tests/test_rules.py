"""Names, keys, the oblivious hash, the filter: promises of pure rules."""

import secrets

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given
from hypothesis import strategies as st

from groundswell.friends.rules import oblivious, sieve
from groundswell.friends.rules.keys import Known, by_name, keys_of
from groundswell.friends.rules.names import Name, fold, forenames, names_in, names_of, sound


@pytest.mark.parametrize(
    ("typed", "surname", "forename"),
    [
        ("Liz Clark", "Clarke", "Elizabeth"),
        ("Sian Lloyd Jones", "Lloyd-Jones", "Siân"),
        ("Smith, Bob", "Smyth", "Robert"),
        ("Dr Kath Tomson (work) 🏠", "Thompson", "Catherine"),
        ("Jan van der Berg", "van der Berg", "Jan"),
        ("Steve Philips", "Phillips", "Stephen"),
        ("Patel Mohammed", "Patel", "Muhammad"),
        ("Zoe Knight", "Knight-Wright", "Zoë"),
        ("Sean OBrien", "O’Brien", "Seán"),
    ],
)
def test_a_name_as_typed_meets_the_name_on_the_register(typed, surname, forename):
    listed = set(by_name(names_of(surname, forename)))
    assert listed & set(by_name(names_in(typed)))


@pytest.mark.parametrize(
    ("typed", "surname", "forename"),
    [("Ann Brown", "Byrne", "Ann"), ("Ann Smith", "Smith", "Ben"), ("Mum", "Mumford", "Ann")],
)
def test_other_people_do_not(typed, surname, forename):
    listed = set(by_name(names_of(surname, forename)))
    assert not listed & set(by_name(names_in(typed)))


def test_an_initial_counts_only_at_a_postcode():
    known = Known("Smith", "J", "SS14 1AA", ("+441632960001",), ("J@Example.org",))
    assert keys_of(known) == ["p:+441632960001", "e:j@example.org", "h:smat|j|SS141AA"]


@given(st.text(max_size=40), st.text(max_size=40))
def test_whatever_is_typed_can_be_read(surname, forename):
    for name in (*names_in(f"{forename} {surname}"), *names_of(surname, forename)):
        assert isinstance(name, Name)
        assert name.forename == fold(name.forename)
        assert sound(name.surname) == sound(name.surname)
        assert all(forenames(name.forename))


def test_a_device_gets_the_keyed_hash_without_showing_the_key():
    key, texts = oblivious.new_key(), ["p:+441632960001", "n:smat|ana"]
    (own,) = {oblivious.new_key()}
    r = int.from_bytes(own)
    order = oblivious._ORDER
    on = ec.derive_private_key(r, ec.SECP256R1())
    off = ec.derive_private_key(pow(r, -1, order), ec.SECP256R1())
    blinded = b"".join(on.exchange(ec.ECDH(), oblivious.point_of(text)) for text in texts)
    answer = oblivious.evaluated(key, blinded)
    shown = [
        off.exchange(ec.ECDH(), oblivious._point(answer[start : start + 32])) for start in (0, 32)
    ]
    assert shown == list(oblivious.hashed(key, texts))
    assert shown != list(oblivious.hashed(oblivious.new_key(), texts))
    assert blinded[:32] not in (shown[0], answer[:32])


def test_what_is_no_point_is_refused():
    with pytest.raises(ValueError):
        oblivious.evaluated(oblivious.new_key(), b"\xff" * 32)


@given(st.integers(min_value=0, max_value=1300))
def test_whatever_is_put_into_a_filter_is_in_it(many):
    hashes = [secrets.token_bytes(32) for _number in range(many)]
    packed = sieve.packed(hashes)
    width, numbers = sieve.unpacked(packed)
    assert all(sieve.short(one) >> (32 - width) in numbers for one in hashes)
    assert len(numbers) % sieve.STEP == 0
    assert len(packed) < len(numbers) * (sieve.CLOSENESS + 2.1) / 8 + 16


def test_few_of_those_who_are_not_in_it_look_as_if_they_were():
    width, numbers = sieve.unpacked(sieve.packed(secrets.token_bytes(32) for _ in range(4000)))
    tried = 200_000
    taken = sum(secrets.randbits(32) >> (32 - width) in numbers for _ in range(tried))
    assert taken / tried < 1.3 / 2**sieve.CLOSENESS
