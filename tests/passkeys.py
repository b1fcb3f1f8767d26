"""A passkey as a telephone would register it, for members who have set one up."""

import hashlib
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import (
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

_SITE = "127.0.0.1"
_FLAGS = AuthenticatorData.FLAG


def registered_passkey(name: str) -> dict[str, Any]:
    """What allauth keeps of a passkey: its name and the browser's answer at registration."""
    key = ES256.from_cryptography_key(ec.generate_private_key(ec.SECP256R1()).public_key())
    credential = AttestedCredentialData.create(bytes(16), name.encode(), key)
    told = AuthenticatorData.create(
        hashlib.sha256(_SITE.encode()).digest(),
        _FLAGS.UP | _FLAGS.UV | _FLAGS.AT,
        counter=1,
        credential_data=credential,
    )
    client = CollectedClientData.create("webauthn.create", b"challenge", f"http://{_SITE}")
    identity = websafe_encode(name.encode())
    return {
        "name": name,
        "credential": {
            "id": identity,
            "rawId": identity,
            "type": "public-key",
            "clientExtensionResults": {},
            "response": {
                "clientDataJSON": websafe_encode(client),
                "attestationObject": websafe_encode(AttestationObject.create("none", told, {})),
            },
        },
    }
