"""Makes the profile of the press that is built in, `src/photo/press.icc`, anew.

    press_profile.py CMYK-to-XYZ.icc src/photo/press.icc      needs numpy and scipy

`CMYK-to-XYZ.icc`, in the crate typst-assets, says what mixtures of inks look like (CGATS TR 001; from saucecontrol's Compact ICC
Profiles, CC0). A profile for output says
the other way as well: which mixture a colour is printed with. Here it is worked out: for each colour the mixture that looks most like it,
with at most 300 % of ink, and with black ink in the place of the grey of the other three, the more the darker it is.
"""
import struct
import sys

import numpy as np
from scipy.optimize import least_squares

MOST = 2.95  # of ink, so that what lies between the grid's points stays under 3
GRID = 17


def table(icc, tag):
    for index in range(struct.unpack_from(">I", icc, 128)[0]):
        name, offset, size = struct.unpack_from(">4sII", icc, 132 + 12 * index)
        if name == tag:
            return icc[offset : offset + size]
    raise KeyError(tag)


class Look:
    """What a mixture looks like: Lab of four inks from 0 to 1, by an `mft2` table."""

    def __init__(self, lut):
        assert lut[:4] == b"mft2"
        self.inputs, self.outputs, self.grid = lut[8], lut[9], lut[10]
        entries, exits = struct.unpack_from(">HH", lut, 48)
        values = np.frombuffer(lut, ">u2", offset=52).astype(float) / 65535
        self.curves_in = values[: self.inputs * entries].reshape(self.inputs, entries)
        at = self.inputs * entries
        count = self.grid**self.inputs * self.outputs
        self.values = values[at : at + count].reshape([self.grid] * self.inputs + [self.outputs])
        self.curves_out = values[at + count :].reshape(self.outputs, exits)

    def lab(self, inks):
        inks = np.atleast_2d(np.clip(inks, 0, 1))
        at = np.empty_like(inks)
        for ink in range(4):
            curve = self.curves_in[ink]
            at[:, ink] = np.interp(inks[:, ink], np.linspace(0, 1, len(curve)), curve)
        at = at * (self.grid - 1)
        low = np.minimum(at.astype(int), self.grid - 2)
        part = at - low
        out = np.zeros((len(inks), 3))
        for corner in range(16):
            bits = [(corner >> bit) & 1 for bit in range(4)]
            weight = np.ones(len(inks))
            for ink in range(4):
                weight *= part[:, ink] if bits[ink] else 1 - part[:, ink]
            index = tuple(low[:, ink] + bits[ink] for ink in range(4))
            out += weight[:, None] * self.values[index]
        for channel in range(3):
            curve = self.curves_out[channel]
            out[:, channel] = np.interp(out[:, channel], np.linspace(0, 1, len(curve)), curve)
        # Lab in 16 bits, as version 2 has it.
        return np.column_stack((out[:, 0] * 65535 / 652.80, out[:, 1] * 65535 / 256 - 128, out[:, 2] * 65535 / 256 - 128))


def black_share(lightness, chroma):
    """how much black ink a colour has"""
    dark = np.clip((70 - lightness) / 70, 0, 1)
    grey = np.clip(1 - chroma / 80, 0, 1)
    return 0.9 * dark**1.6 * (0.25 + 0.75 * grey)


def mixtures(look):
    steps = np.linspace(0, 1, GRID)
    lightness = steps * 65535 / 652.80
    other = steps * 65535 / 256 - 128
    out = np.zeros((GRID, GRID, GRID, 4))
    for i, wanted_l in enumerate(lightness):
        for j, wanted_a in enumerate(other):
            start = None
            for k, wanted_b in enumerate(other):
                wanted = np.array([min(wanted_l, 100), wanted_a, wanted_b])
                chroma = np.hypot(wanted_a, wanted_b)
                black = float(black_share(wanted[0], min(chroma, 80)))

                def distance(inks):
                    seen = look.lab(inks)[0]
                    over = max(0.0, inks.sum() - MOST)
                    return np.concatenate((seen - wanted, 4 * (inks[3:] - black), [400 * over], 0.3 * inks[:3]))

                light = np.clip(1 - wanted[0] / 100, 0, 1)
                first = np.clip(np.array([light, light, light, black]), 0.01, 0.99) if start is None else start
                found = least_squares(distance, first, bounds=(0, 1), max_nfev=60)
                start = np.clip(found.x, 0.01, 0.99)
                inks = found.x
                if inks.sum() > MOST:
                    inks[:3] *= max(0, MOST - inks[3]) / inks[:3].sum()
                out[i, j, k] = inks
        print(f"{i + 1}/{GRID}", file=sys.stderr)
    # Paper is no ink at all.
    near = np.abs(other) < 9
    for j in np.flatnonzero(near):
        for k in np.flatnonzero(near):
            if abs(other[j]) < 1 and abs(other[k]) < 1:
                out[-1, j, k] = 0
    out[out < 0.004] = 0
    return out


def mft2(values, outputs):
    """a table from Lab, without curves"""
    head = b"mft2" + bytes(4) + bytes([3, outputs, GRID, 0]) + struct.pack(">9i", 65536, 0, 0, 0, 65536, 0, 0, 0, 65536)
    line = struct.pack(">HH", 0, 65535)
    body = np.round(np.clip(values, 0, 1) * 65535).astype(">u2").tobytes()
    return head + struct.pack(">HH", 2, 2) + line * 3 + body + line * outputs


def text(kind, words):
    if kind == b"desc":
        return b"desc" + bytes(4) + struct.pack(">I", len(words) + 1) + words + b"\0" + bytes(12 - 1 + 67 + 3 - 2)
    return b"text" + bytes(4) + words + b"\0"


def main():
    source, target = sys.argv[1:]
    icc = open(source, "rb").read()
    lut = table(icc, b"A2B0")
    look = Look(lut)
    inks = mixtures(look)
    seen = look.lab(inks.reshape(-1, 4))
    steps = np.linspace(0, 1, GRID)
    grid = np.stack(np.meshgrid(steps * 65535 / 652.80, steps * 65535 / 256 - 128, steps * 65535 / 256 - 128, indexing="ij"), -1)
    off = np.linalg.norm(seen - np.minimum(grid.reshape(-1, 3), [100, 999, 999]), axis=1).reshape(GRID, GRID, GRID, 1)
    gamut = np.clip((off - 3) / 40, 0, 1)
    back = mft2(inks, 4)
    tags = [
        (b"desc", text(b"desc", b"nashra press (CGATS TR 001)")),
        (b"cprt", text(b"text", b"CC0")),
        (b"wtpt", table(icc, b"wtpt")),
        (b"A2B0", lut), (b"A2B1", None), (b"A2B2", None),
        (b"B2A0", back), (b"B2A1", None), (b"B2A2", None),
        (b"gamt", mft2(gamut, 1)),
    ]
    directory, body = b"", b""
    place = (0, 0)
    start = 128 + 4 + 12 * len(tags)
    for name, data in tags:
        if data is not None:
            place = (start + len(body), len(data))
            body += data + bytes(-len(data) % 4)
        directory += struct.pack(">4sII", name, *place)
    size = start + len(body)
    head = bytearray(128)
    struct.pack_into(">I4sI4s4s4s6H4s", head, 0, size, bytes(4), 0x02100000, b"prtr", b"CMYK", b"Lab ", 2026, 11, 27, 0, 0, 0, b"acsp")
    head[68:80] = struct.pack(">3I", 0xF6D6, 0x10000, 0xD32D)
    open(target, "wb").write(bytes(head) + struct.pack(">I", len(tags)) + directory + body)
    print(f"most ink {inks.sum(-1).max():.2f}, {size} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
