"""Assertion signing keys for the tests, as an operator makes them (docs/running.md)."""

import json

from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm


def a_pair() -> tuple[str, str]:
    """Return a private key and its public half, each a JSON web key."""
    private = rsa.generate_private_key(65537, 2048)
    public = RSAAlgorithm.to_jwk(private.public_key(), as_dict=True)
    return RSAAlgorithm.to_jwk(private), json.dumps(public | {"alg": "RS256"})
