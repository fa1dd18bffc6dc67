/** `order.py`: the order of the samples of an epoch, the same as here from the same seed. */
export const ORDER_PROGRAM = `"""The order of the samples of an epoch: the same as in JavaScript from the same seed.

A text is the key of ARC4 as the package seedrandom has it; its first word is the key of a counter-based
hash, whose words shuffle the numbers (Fisher and Yates).
"""
import numpy as np

MASK = 0xFFFFFFFF
GOLDEN = 0x9E3779B9
WORDS_AT_ONCE = 1 << 16


def permutation(seed, epoch, count):
    """The numbers from 0 to below count, in the order of an epoch, counted from 1."""
    words = words_of(first_word(f"{seed}/shuffle/{epoch}"))
    order = list(range(count))
    for last in range(count - 1, 0, -1):
        bound = last + 1
        while True:
            word = next(words)
            chosen = word % bound
            if word - chosen <= 2**32 - bound:
                break
        order[last], order[chosen] = order[chosen], order[last]
    return np.array(order, dtype=np.int64)


def words_of(key):
    """Words that are hashes of the key and their number."""
    start = mix(mix((key + GOLDEN) & MASK))
    half = mix((start + GOLDEN) & MASK)
    difference = (2 * half + 1) & MASK
    first = 0
    while True:
        numbers = np.arange(first, first + WORDS_AT_ONCE, dtype=np.uint64)
        first += WORDS_AT_ONCE
        yield from mix((start + numbers * difference) & MASK).tolist()


def mix(x):
    """Every input bit changes every output bit about half of the time."""
    x = x ^ (x >> 16)
    x = (x * 0x21F0AAAD) & MASK
    x = x ^ (x >> 15)
    x = (x * 0xD35A2D97) & MASK
    return x ^ (x >> 15)


def first_word(text):
    """The first 32 bits of ARC4 with a text for a key, after the first 256 bytes."""
    key = mixed(bytes_of(text))
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + key[i % len(key)] + state[i]) & 255
        state[i], state[j] = state[j], state[i]
    i = j = 0
    word = 0
    for _ in range(260):
        i = (i + 1) & 255
        j = (j + state[i]) & 255
        state[i], state[j] = state[j], state[i]
        word = (word << 8 | state[(state[i] + state[j]) & 255]) & MASK
    return word


def mixed(text):
    """A key of at most 256 bytes from a text of any length."""
    key = []
    smear = 0
    for number, byte in enumerate(text):
        place = number & 255
        if place == len(key):
            key.append(0)
        smear ^= key[place] * 19
        key[place] = (smear + byte) & 255
    return key


def bytes_of(text):
    if all(ord(character) < 256 for character in text):
        return text.encode("latin-1")
    return b"utf16:" + text.encode("utf-16-be", "surrogatepass")
`;
