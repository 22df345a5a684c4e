#!/usr/bin/env python3
"""Draws the pictures of content/assets, so that the sample reports need nobody's photographs.

usage: draw_photos.py [FOLDER] [NAME...]      needs Pillow and numpy; the same numbers every time

Every scene is 2000 x 1333, drawn at twice that and reduced: gradients, silhouettes in layers, light that
spreads, grain. `workshop-hall.jpg` is stored on its side with EXIF orientation 6, as telephones do.
"""
import math
import os
import sys

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

W, H, S = 2000, 1333, 2


def rgb(hexa):
    return np.array([int(hexa[i : i + 2], 16) for i in (1, 3, 5)], dtype=np.float32)


def gradient(stops, height=H * S, width=W * S):
    """vertical gradient through (position 0..1, colour) stops"""
    y = np.linspace(0, 1, height)
    at = [p for p, _ in stops]
    channels = [np.interp(y, at, [rgb(c)[k] for _, c in stops]) for k in range(3)]
    column = np.stack(channels, axis=1).astype(np.float32)
    return np.repeat(column[:, None, :], width, axis=1)


def noise(rng, height, width, cell, octaves=4):
    """smooth noise -1..1"""
    total, weight, norm = np.zeros((height, width), np.float32), 1.0, 0.0
    for _ in range(octaves):
        rows, cols = max(2, int(height / cell[1])), max(2, int(width / cell[0]))
        small = Image.fromarray(rng.uniform(-1, 1, (rows, cols)).astype(np.float32))
        total += weight * np.asarray(small.resize((width, height), Image.BICUBIC))
        norm += weight
        weight *= 0.5
        cell = (cell[0] / 2, cell[1] / 2)
    return total / norm


class Scene:
    def __init__(self, seed, stops):
        self.rng = np.random.default_rng(seed)
        self.px = gradient(stops)
        self.h, self.w = self.px.shape[:2]

    def mask(self):
        image = Image.new("L", (self.w, self.h), 0)
        return image, ImageDraw.Draw(image)

    def lay(self, mask, colour, opacity=1.0, blur=0.0):
        """lays a colour (or an array) through a mask"""
        if blur:
            small = mask.resize((self.w // 4, self.h // 4), Image.BILINEAR)
            mask = small.filter(ImageFilter.GaussianBlur(blur / 4)).resize((self.w, self.h), Image.BICUBIC)
        alpha = np.asarray(mask, np.float32)[..., None] / 255 * opacity
        colour = rgb(colour) if isinstance(colour, str) else colour
        self.px = self.px * (1 - alpha) + colour * alpha

    def glow(self, x, y, radius, colour, strength, squash=1.0):
        """light added around a point; units of the finished picture"""
        yy, xx = np.mgrid[0 : self.h, 0 : self.w].astype(np.float32)
        d = ((xx - x * S) ** 2 + ((yy - y * S) * squash) ** 2) / (radius * S) ** 2
        self.px += np.exp(-d)[..., None] * rgb(colour) * strength

    def clouds(self, bottom, colour, opacity, cell=(1500, 140)):
        n = noise(self.rng, self.h, self.w, (cell[0] * S, cell[1] * S), 5)
        fade = np.clip(1 - np.linspace(0, 1, self.h) / bottom, 0, 1)[:, None]
        alpha = np.clip((n - 0.02) * 2.4, 0, 1) * np.sqrt(fade) * opacity
        self.px = self.px * (1 - alpha[..., None]) + rgb(colour) * alpha[..., None]

    def haze(self, top, bottom, colour, opacity):
        y = np.arange(self.h, dtype=np.float32) / S
        alpha = np.clip((y - top) / (bottom - top), 0, 1) * np.clip((bottom + 60 - y) / 60, 0, 1) * opacity
        self.px = self.px * (1 - alpha[:, None, None]) + rgb(colour) * alpha[:, None, None]

    def reflect(self, horizon, depth=1.0, tint="#0d2a33", mix=0.3, wave=1.0):
        """water below the horizon: what stands above it, turned over and broken by ripples"""
        top = int(horizon * S)
        rows = self.h - top
        y = np.arange(rows, dtype=np.float32)
        near = y / rows
        n = noise(self.rng, rows, self.w, (420 * S, 9 * S), 3)
        fine = noise(self.rng, rows, self.w, (120 * S, 4 * S), 2)
        shift_y = (n * 70 + fine * 24) * (0.12 + near[:, None]) * wave * S / 2
        source = np.clip(top - 1 - (y[:, None] * depth + shift_y), 0, top - 1).astype(np.int32)
        shift_x = (fine * 16 * (0.2 + near[:, None]) * wave * S / 2).astype(np.int32)
        columns = np.clip(np.arange(self.w)[None, :] + shift_x, 0, self.w - 1)
        water = self.px[source, columns]
        alpha = (mix * (0.55 + 0.75 * near))[:, None, None]
        water = water * (1 - alpha) + rgb(tint) * alpha
        water *= (1 + 0.10 * n * (0.3 + near[:, None]))[..., None]
        self.px[top:] = water

    def finish(self, grain=1.3, vignette=0.22):
        yy, xx = np.mgrid[-1 : 1 : self.h * 1j, -1 : 1 : self.w * 1j].astype(np.float32)
        self.px *= (1 - vignette * np.clip(xx**2 * 0.8 + yy**2 * 0.7 - 0.25, 0, 2))[..., None]
        image = Image.fromarray(np.clip(self.px, 0, 255).astype(np.uint8)).resize((W, H), Image.LANCZOS)
        px = np.asarray(image, np.float32)
        spots = self.rng.normal(0, grain, (H, W)).astype(np.float32)
        spots = (spots + np.roll(spots, 1, 0) + np.roll(spots, 1, 1) + np.roll(spots, (1, 1), (0, 1))) / 3
        return Image.fromarray(np.clip(px + spots[..., None] * 1.5, 0, 255).astype(np.uint8))


def p(*points):
    return [(x * S, y * S) for x, y in points]


def curve(a, b, c, n=14):
    t = np.linspace(0, 1, n)
    return [
        ((1 - u) ** 2 * a[0] + 2 * u * (1 - u) * b[0] + u * u * c[0], (1 - u) ** 2 * a[1] + 2 * u * (1 - u) * b[1] + u * u * c[1])
        for u in t
    ]


def palm(draw, rng, x, base, height, lean=0.0, size=1.0):
    """a date palm: a trunk with old leaf bases, and fronds of fine leaflets"""
    width = 15 * size
    top = (x + lean * height, base - height)
    middle = (x + lean * height * 0.25, base - height * 0.55)
    line = curve((x, base), middle, top, 40)
    for i, (px, py) in enumerate(line):
        u = i / (len(line) - 1)
        half = width * (0.62 - 0.2 * u) * (1 + 0.10 * (i % 2)) * (1.25 if u < 0.04 else 1)
        step = height / len(line)
        draw.polygon(p((px - half, py + step), (px + half, py + step), (px + half * 1.1, py - step * 0.2), (px - half * 1.1, py - step * 0.2)), fill=255)
    length = 150 * size
    count = 21
    for i in range(count):
        angle = math.radians(-200 + 220 * i / (count - 1) + rng.uniform(-6, 6))
        reach = length * rng.uniform(0.88, 1.1)
        fall = 0.10 + 0.42 * abs(math.cos(angle)) ** 1.5
        end = (top[0] + math.cos(angle) * reach, top[1] + math.sin(angle) * reach * 0.92 + reach * fall)
        bend = (top[0] + math.cos(angle) * reach * 0.52, top[1] + math.sin(angle) * reach * 0.62 - reach * 0.16)
        rib = curve(top, bend, end, 34)
        draw.line(p(*rib), fill=255, width=max(2, int(2.2 * size * S)))
        for k in range(3, len(rib) - 1):
            u = k / len(rib)
            dx, dy = rib[k + 1][0] - rib[k][0], rib[k + 1][1] - rib[k][1]
            along = math.atan2(dy, dx)
            leaf = length * 0.17 * math.sin(math.pi * min(1, u * 0.86 + 0.16)) * rng.uniform(0.85, 1.1)
            for side in (-1, 1):
                turn = along + side * math.radians(38)
                tip = (rib[k][0] + math.cos(turn) * leaf, rib[k][1] + math.sin(turn) * leaf + leaf * 0.18)
                draw.line(p(rib[k], tip), fill=255, width=max(1, int(1.5 * size * S)))
    for side in (-1, 1):
        draw.ellipse(p((top[0] + side * 13 * size - 9 * size, top[1] + 4 * size), (top[0] + side * 13 * size + 9 * size, top[1] + 38 * size)), fill=255)


def tree(draw, rng, x, base, height, spread, leaves=620, leaf=9):
    """a broad tree: branching limbs under clouds of small leaves"""

    def limb(x0, y0, angle, length, width, depth):
        x1, y1 = x0 + math.cos(angle) * length, y0 + math.sin(angle) * length
        draw.line(p((x0, y0), (x1, y1)), fill=255, width=max(2, int(width * S)))
        if depth == 0:
            ends.append((x1, y1))
            return
        for turn in (-0.5, 0.08, 0.52):
            limb(x1, y1, angle + turn * spread + rng.uniform(-0.14, 0.14), length * rng.uniform(0.62, 0.78), width * 0.6, depth - 1)

    ends = []
    limb(x, base, -math.pi / 2 + rng.uniform(-0.06, 0.06), height * 0.36, height * 0.05, 3)
    for _ in range(leaves):
        cx, cy = ends[rng.integers(len(ends))]
        r = leaf * rng.uniform(0.5, 1.4)
        cx, cy = cx + rng.normal(0, height * 0.085), cy + rng.normal(0, height * 0.055)
        draw.ellipse(p((cx - r, cy - r * 0.7), (cx + r, cy + r * 0.7)), fill=255)


def person(draw, x, base, height, pose="stand", facing=1, bag=False, robe=False):
    """a plain figure seen at a distance"""
    h = height

    def blob(cx, cy, rx, ry):
        draw.ellipse(p((cx - rx, cy - ry), (cx + rx, cy + ry)), fill=255)

    def limb(a, b, w):
        draw.line(p(a, b), fill=255, width=int(w * S))
        for q in (a, b):
            blob(q[0], q[1], w / 2, w / 2)

    if pose == "kneel":
        hip, neck = (x - facing * h * 0.10, base - h * 0.24), (x + facing * h * 0.13, base - h * 0.55)
        limb(hip, (x + facing * h * 0.14, base - h * 0.20), h * 0.15)
        limb((x + facing * h * 0.14, base - h * 0.20), (x + facing * h * 0.10, base - h * 0.03), h * 0.10)
        limb(hip, (x - facing * h * 0.02, base - h * 0.04), h * 0.14)
        limb((x - facing * h * 0.02, base - h * 0.04), (x - facing * h * 0.24, base - h * 0.03), h * 0.09)
        draw.polygon(p((hip[0] - h * 0.09, hip[1] + h * 0.04), (hip[0] + h * 0.09, hip[1] + h * 0.05), (neck[0] + h * 0.09, neck[1] + h * 0.05), (neck[0] - h * 0.09, neck[1] - h * 0.01)), fill=255)
        blob(neck[0], neck[1] + h * 0.03, h * 0.095, h * 0.075)
        elbow = (x + facing * h * 0.27, base - h * 0.34)
        limb((neck[0] + facing * h * 0.04, neck[1] + h * 0.05), elbow, h * 0.068)
        limb(elbow, (x + facing * h * 0.40, base - h * 0.15), h * 0.055)
        blob(neck[0] + facing * h * 0.07, neck[1] - h * 0.10, h * 0.062, h * 0.078)
        return
    hip, neck = base - h * 0.48, base - h * 0.82
    if robe:
        draw.polygon(p((x - h * 0.085, neck + h * 0.03), (x + h * 0.085, neck + h * 0.03), (x + h * 0.155, base - h * 0.02), (x - h * 0.155, base - h * 0.02)), fill=255)
        blob(x, base - h * 0.03, h * 0.155, h * 0.022)
    else:
        stride = 0.09 if pose == "walk" else 0.035
        limb((x - h * 0.03, hip), (x - h * stride, base - h * 0.03), h * 0.075)
        limb((x + h * 0.03, hip), (x + h * stride, base - h * 0.03), h * 0.075)
        limb((x + h * stride, base - h * 0.02), (x + h * stride + facing * h * 0.035, base - h * 0.015), h * 0.035)
        limb((x - h * stride, base - h * 0.02), (x - h * stride + facing * h * 0.035, base - h * 0.015), h * 0.035)
    draw.polygon(p((x - h * 0.11, neck + h * 0.04), (x + h * 0.11, neck + h * 0.04), (x + h * 0.078, hip + h * 0.03), (x - h * 0.078, hip + h * 0.03)), fill=255)
    blob(x, neck + h * 0.045, h * 0.11, h * 0.042)
    swing = 0.05 if pose == "walk" else 0.015
    limb((x - h * 0.105, neck + h * 0.06), (x - h * (0.11 + swing), hip + h * 0.02), h * 0.048)
    limb((x + h * 0.105, neck + h * 0.06), (x + h * (0.11 + swing), hip + h * 0.02), h * 0.048)
    draw.rectangle(p((x - h * 0.026, neck - h * 0.03), (x + h * 0.026, neck + h * 0.04)), fill=255)
    blob(x, neck - h * 0.075, h * 0.062, h * 0.078)
    if bag:
        draw.rounded_rectangle(p((x - facing * h * 0.10 - h * 0.085, neck + h * 0.05), (x - facing * h * 0.10 + h * 0.085, hip - h * 0.02)), radius=int(h * 0.05 * S), fill=255)


def riverfront_dusk():
    s = Scene(11, [(0, "#17384a"), (0.16, "#35596a"), (0.30, "#7c8286"), (0.41, "#d59d73"), (0.49, "#f3c283"), (0.56, "#f6d6a0"), (1, "#f6d6a0")])
    horizon = 745
    s.clouds(0.52, "#f0b287", 0.55, (1700, 110))
    s.clouds(0.40, "#24414f", 0.42, (1300, 90))
    s.glow(1330, 700, 330, "#ffb765", 0.40)
    s.glow(1330, 700, 105, "#fff0c8", 0.75)
    m, d = s.mask()
    d.ellipse(p((1290, 660), (1370, 740)), fill=255)
    s.lay(m, "#fff6df", 0.95, 4)
    for k, (y, colour, size, count) in enumerate(((738, "#b98a72", 0.26, 46), (744, "#7d675f", 0.40, 30))):
        m, d = s.mask()
        bank = noise(s.rng, 2, s.w, (200 * S, 2), 4)[0]
        d.polygon([(0, s.h)] + [(x, (y - 9 - bank[x] * 8) * S) for x in range(0, s.w, 8)] + [(s.w, s.h)], fill=255)
        for x in np.sort(s.rng.uniform(-20, W + 20, count)):
            if k == 1 and 1150 < x < 1500:
                continue
            palm(d, s.rng, x, y, s.rng.uniform(150, 235) * size * 1.5, s.rng.uniform(-0.06, 0.06), size)
        s.lay(m, colour, 0.85)
        s.haze(y - 90, y, "#f3c68f", 0.22)
    s.reflect(horizon, 0.93, "#23434d", 0.34)
    # the sun's path on the water
    path, dp = s.mask()
    for _ in range(900):
        y = horizon + 4 + (H - horizon) * s.rng.beta(1.0, 2.0)
        u = (y - horizon) / (H - horizon)
        x = 1330 + s.rng.normal(0, 26 + 120 * u)
        half = s.rng.uniform(6, 26) * (0.35 + 1.7 * u)
        dp.ellipse(p((x - half, y - 0.9 - 1.6 * u), (x + half, y + 0.9 + 1.6 * u)), fill=int(s.rng.uniform(60, 200)))
    s.lay(path, "#ffe2ae", 0.55, 2.5)
    # a boat with its man
    m, d = s.mask()
    hull = curve((905, 884), (1010, 955), (1170, 872), 30)
    d.polygon(p(*hull, *curve((1170, 872), (1030, 905), (905, 884), 30)), fill=255)
    d.line(p((1160, 876), (1192, 846)), fill=255, width=9)
    d.line(p((908, 886), (884, 862)), fill=255, width=8)
    person(d, 962, 905, 128, "stand", 1, robe=True)
    d.line(p((978, 806), (1010, 942)), fill=255, width=6)
    s.lay(m, "#14252b", 0.96)
    m, d = s.mask()
    d.polygon(p((900, 918), (1175, 912), (1120, 958), (1010, 990), (940, 962)), fill=150)
    s.lay(m, "#14252b", 0.62, 14)
    # the near bank and its palms
    m, d = s.mask()
    edge = noise(s.rng, 2, s.w, (160 * S, 2), 5)[0]
    d.polygon([(0, s.h)] + [(x, (1120 + 250 * (x / s.w / 0.56) ** 1.7 - edge[x] * 14) * S) for x in range(0, int(s.w * 0.56), 6)] + [(int(s.w * 0.56), s.h)], fill=255)
    for _ in range(420):
        x = s.rng.uniform(0, 1000)
        y = 1124 + 250 * (x / W / 0.56) ** 1.7
        top = s.rng.uniform(14, 70) * (1 - x / 1500)
        d.line(p((x, y + 8), (x + s.rng.normal(0, 14), y - top)), fill=255, width=int(s.rng.uniform(2, 5)))
    palm(d, s.rng, 165, 1180, 860, 0.07, 1.95)
    palm(d, s.rng, 430, 1210, 640, -0.09, 1.55)
    palm(d, s.rng, 30, 1190, 560, -0.03, 1.40)
    s.lay(m, "#0f1d22")
    return s.finish()


def bridge():
    s = Scene(23, [(0, "#0c1f3a"), (0.22, "#1b3c5f"), (0.40, "#4a6284"), (0.50, "#a07f86"), (0.56, "#d79a78"), (1, "#d79a78")])
    horizon = 790
    s.clouds(0.55, "#8a7488", 0.5, (1700, 100))
    s.clouds(0.42, "#10284a", 0.45, (1200, 90))
    s.glow(420, 800, 520, "#ff9a5c", 0.20, 1.7)
    # the far town
    m, d = s.mask()
    x = -20
    while x < W:
        wide, high = s.rng.uniform(30, 90), s.rng.uniform(18, 74)
        d.rectangle(p((x, horizon - high), (x + wide, horizon + 10)), fill=255)
        x += wide + s.rng.uniform(-8, 16)
    for x in s.rng.uniform(0, W, 26):
        palm(d, s.rng, x, horizon, s.rng.uniform(60, 105), 0, 0.32)
    s.lay(m, "#2a3850", 0.92)
    m, d = s.mask()
    for _ in range(260):
        x, y = s.rng.uniform(0, W), horizon - s.rng.uniform(4, 50)
        d.ellipse(p((x - 1.6, y - 1.6), (x + 1.6, y + 1.6)), fill=int(s.rng.uniform(90, 255)))
    s.lay(m, "#ffd391", 0.9)
    s.lay(m, "#ffbf70", 0.8, 7)
    # the arch, its hangers and the deck
    left, right, deck, crown = 430, 1830, 690, 270
    arch = [(left + (right - left) * u, deck + 26 - (deck - crown) * 4 * u * (1 - u)) for u in np.linspace(0, 1, 160)]
    for off, colour, light in ((24, "#3a4a63", 0.35), (0, "#d8cfc6", 1.0)):
        m, d = s.mask()
        shifted = [(x + off, y - off * 0.35) for x, y in arch]
        d.line(p(*shifted), fill=255, width=22 * S if off == 0 else 15 * S, joint="curve")
        s.lay(m, colour, 0.95)
        if off == 0:
            s.lay(m, "#ffcf95", 0.35, 26)
            inner, di = s.mask()
            di.line(p(*[(x, y + 7) for x, y in arch]), fill=255, width=6 * S, joint="curve")
            s.lay(inner, "#ffdca8", 0.9)
        m, d = s.mask()
        for i in range(8, 160, 8):
            x, y = shifted[i]
            if y < deck - 20:
                d.line(p((x, y), (x, deck)), fill=255, width=4)
        s.lay(m, "#cfc6c4" if off == 0 else "#4a5870", 0.75)
    m, d = s.mask()
    d.polygon(p((-20, deck + 34), (left, deck), (right, deck - 4), (W + 20, deck + 14), (W + 20, deck + 52), (right, deck + 32), (left, deck + 36), (-20, deck + 72)), fill=255)
    for x in (left - 10, right - 20, 120):
        d.polygon(p((x - 26, deck + 20), (x + 26, deck + 20), (x + 36, horizon + 30), (x - 36, horizon + 30)), fill=255)
    s.lay(m, "#18253a")
    m, d = s.mask()
    d.line(p((-20, deck + 32), (left, deck - 2), (right, deck - 6), (W + 20, deck + 12)), fill=255, width=5)
    s.lay(m, "#f0b878", 0.8)
    lamps, d = s.mask()
    for x in np.arange(40, W, 86):
        y = np.interp(x, (-20, left, right, W + 20), (deck + 32, deck - 2, deck - 6, deck + 12))
        d.line(p((x, y), (x, y - 34)), fill=120, width=3)
        d.ellipse(p((x - 4.5, y - 39), (x + 4.5, y - 30)), fill=255)
    s.lay(lamps, "#fff0cf", 0.95)
    s.lay(lamps, "#ffc680", 1.0, 16)
    s.lay(lamps, "#ffb465", 0.9, 40)
    s.reflect(horizon, 0.95, "#0c1d33", 0.36, 1.15)
    m, d = s.mask()
    for _ in range(520):
        x = 40 + 86 * s.rng.integers(0, 23) + s.rng.normal(0, 7)
        y = horizon + (H - horizon) * s.rng.beta(1, 1.6)
        u = (y - horizon) / (H - horizon)
        half = s.rng.uniform(5, 17) * (0.4 + 1.4 * u)
        d.ellipse(p((x - half, y - 0.8 - 1.8 * u), (x + half, y + 0.8 + 1.8 * u)), fill=int(s.rng.uniform(40, 180)))
    s.lay(m, "#ffc98a", 0.65, 3)
    # the near bank
    m, d = s.mask()
    edge = noise(s.rng, 2, s.w, (180 * S, 2), 5)[0]
    d.polygon([(0, s.h)] + [(x, (1262 + 58 * x / s.w - edge[x] * 10) * S) for x in range(0, s.w, 8)] + [(s.w, s.h)], fill=255)
    for _ in range(500):
        x = s.rng.uniform(0, W)
        y = 1266 + 58 * x / W
        d.line(p((x, y + 6), (x + s.rng.normal(0, 10), y - s.rng.uniform(8, 52))), fill=255, width=int(s.rng.uniform(2, 5)))
    palm(d, s.rng, 1880, 1330, 560, -0.06, 1.5)
    s.lay(m, "#081320")
    return s.finish()


def workshop_hall():
    s = Scene(37, [(0, "#5b6a6b"), (0.10, "#8c9793"), (0.42, "#b9bcae"), (0.58, "#a79f8c"), (0.62, "#6e5f4e"), (1, "#3a2e26")])
    # ceiling in perspective, walls, floor
    m, d = s.mask()
    d.polygon(p((0, 0), (W, 0), (1540, 190), (460, 190)), fill=255)
    s.lay(m, "#d9d8cc", 0.75)
    for k in range(5):
        y = 20 + 170 * (1 - (1 - k / 5) ** 2)
        t = y / 190
        m, d = s.mask()
        for side in (0.30, 0.70):
            x0, x1 = 460 * t, W - 460 * t
            cx, half = x0 + (x1 - x0) * side, 105 * (1 - 0.62 * t)
            d.polygon(p((cx - half, y), (cx + half, y), (cx + half * 0.94, y + 9 * (1.2 - t)), (cx - half * 0.94, y + 9 * (1.2 - t))), fill=255)
        s.lay(m, "#fffdf2", 0.95)
        s.lay(m, "#fff6dc", 0.7, 18)
    m, d = s.mask()
    d.polygon(p((0, 0), (460, 190), (460, 800), (0, 1130)), fill=255)
    s.lay(m, "#7d8a86", 0.55)
    m, d = s.mask()
    d.polygon(p((W, 0), (1540, 190), (1540, 800), (W, 1130)), fill=255)
    s.lay(m, "#92958a", 0.45)
    m, d = s.mask()
    d.polygon(p((0, 1130), (460, 800), (1540, 800), (W, 1130), (W, H), (0, H)), fill=255)
    s.lay(m, "#5d5044", 0.9)
    # tall windows at the left, with day behind them
    panes, d = s.mask()
    bars, db = s.mask()
    for a, b in ((0.06, 0.26), (0.36, 0.54), (0.63, 0.79), (0.86, 0.97)):
        def at(u, v):
            x = 460 * (1 - (1 - u) ** 1.25)
            top, bottom = 190 * x / 460, 1130 - 330 * x / 460
            return x, top + (bottom - top) * v

        d.polygon(p(at(a, 0.20), at(b, 0.20), at(b, 0.74), at(a, 0.74)), fill=255)
        for v in (0.20, 0.47, 0.74):
            db.line(p(at(a, v), at(b, v)), fill=255, width=8)
        for u in (a, (a + b) / 2, b):
            db.line(p(at(u, 0.20), at(u, 0.74)), fill=255, width=7)
    s.lay(panes, "#fff8e2", 0.95)
    s.lay(panes, "#fff0cc", 0.75, 60)
    s.lay(bars, "#6c7874", 0.9)
    shine, d = s.mask()
    for x in (500, 760, 1000):
        d.polygon(p((x, 830), (x + 110, 830), (x + 60, H), (x - 190, H)), fill=255)
    s.lay(shine, "#f1dcb2", 0.20, 30)
    # the screen and the one who speaks
    m, d = s.mask()
    d.rectangle(p((680, 270), (1320, 640)), fill=255)
    s.lay(m, "#e9f6f4", 0.8, 70)
    s.lay(m, "#f7fbfa")
    m, d = s.mask()
    d.rectangle(p((680, 270), (1320, 332)), fill=255)
    s.lay(m, "#0b5563", 0.92)
    m, d = s.mask()
    for k, high in enumerate((70, 118, 96, 164, 190)):
        d.rectangle(p((760 + k * 52, 590 - high), (794 + k * 52, 590)), fill=255)
    s.lay(m, "#3d8f97", 0.9)
    m, d = s.mask()
    for k, wide in enumerate((190, 160, 178, 120)):
        d.rounded_rectangle(p((1260 - wide, 400 + k * 48), (1260, 416 + k * 48)), radius=10, fill=255)
    d.rounded_rectangle(p((1000, 292), (1270, 310)), radius=10, fill=255)
    s.lay(m, "#b9cfcf", 0.9)
    m, d = s.mask()
    d.rectangle(p((676, 266), (1324, 274)), fill=255)
    d.rectangle(p((676, 638), (1324, 648)), fill=255)
    s.lay(m, "#4f5a58")
    m, d = s.mask()
    person(d, 1430, 842, 316, "stand", -1)
    d.line(p((1418, 606), (1372, 600), (1336, 556)), fill=255, width=32, joint="curve")
    d.polygon(p((1470, 690), (1560, 690), (1548, 850), (1482, 850)), fill=255)
    s.lay(m, "#2f3a3d", 0.97)
    # rows of tables and people seen from behind, larger and darker toward us
    for row, (base, size, colour, count, table) in enumerate(
        ((880, 0.50, "#4b4a45", 7, "#9a8468"), (985, 0.74, "#37393a", 6, "#86705a"), (1145, 1.10, "#25292c", 5, "#6b5747"), (1400, 1.72, "#14181b", 4, "#4b3c33"))
    ):
        span = 520 + row * 260
        m, d = s.mask()
        d.polygon(p((1000 - span, base - 64 * size), (1000 + span, base - 64 * size), (1000 + span * 1.05, base - 22 * size), (1000 - span * 1.05, base - 22 * size)), fill=255)
        s.lay(m, table, 0.97)
        m, d = s.mask()
        for k in range(count * 2):
            x = 1000 - span + 2 * span * (k + 0.5) / (count * 2) + s.rng.uniform(-14, 14)
            d.polygon(p((x - 26 * size, base - 58 * size), (x + 20 * size, base - 60 * size), (x + 26 * size, base - 46 * size), (x - 24 * size, base - 44 * size)), fill=255)
        s.lay(m, "#eee9da", 0.8)
        edges, de = s.mask()
        m, d = s.mask()
        for k in range(count):
            x = 1000 - span + 2 * span * (k + 0.5) / count + s.rng.uniform(-24, 24) * size
            lift = s.rng.uniform(-9, 11) * size
            top = base - 172 * size + lift
            woman = s.rng.random() < 0.42
            body = [(x - 84 * size, base + 60 * size), (x - 82 * size, top + 118 * size), (x - 66 * size, top + 86 * size), (x - 24 * size, top + 70 * size), (x + 24 * size, top + 70 * size), (x + 66 * size, top + 86 * size), (x + 82 * size, top + 118 * size), (x + 84 * size, base + 60 * size)]
            for pen, dx, dy in ((de, -3.2 * size, -2.6 * size), (d, 0, 0)):
                pen.polygon(p(*[(a + dx, b + dy) for a, b in body]), fill=255)
                if woman:
                    pen.ellipse(p((x - 41 * size + dx, top - 20 * size + dy), (x + 41 * size + dx, top + 74 * size + dy)), fill=255)
                    pen.polygon(p((x - 40 * size + dx, top + 34 * size + dy), (x + 40 * size + dx, top + 34 * size + dy), (x + 58 * size + dx, top + 98 * size + dy), (x - 58 * size + dx, top + 98 * size + dy)), fill=255)
                else:
                    pen.ellipse(p((x - 34 * size + dx, top - 16 * size + dy), (x + 34 * size + dx, top + 66 * size + dy)), fill=255)
                    pen.ellipse(p((x - 38 * size + dx, top + 18 * size + dy), (x + 38 * size + dx, top + 42 * size + dy)), fill=255)
                    pen.rectangle(p((x - 19 * size + dx, top + 50 * size + dy), (x + 19 * size + dx, top + 82 * size + dy)), fill=255)
            d.rounded_rectangle(p((x - 76 * size, base - 2 * size), (x + 76 * size, base + 100 * size)), radius=int(16 * size * S), fill=255)
        s.lay(edges, "#f0dcb4", 0.55, 1.5)
        s.lay(m, colour)
    return s.finish(1.4, 0.30)


def school_yard():
    s = Scene(41, [(0, "#6fa6c0"), (0.24, "#a9cad2"), (0.46, "#e6e2cc"), (0.56, "#f2e6c8"), (1, "#f2e6c8")])
    ground = 905
    s.clouds(0.50, "#ffffff", 0.55, (1100, 130))
    s.glow(1750, 180, 620, "#fff0c4", 0.30)
    m, d = s.mask()
    for x in np.linspace(-20, W + 20, 17) + s.rng.uniform(-30, 30, 17):
        palm(d, s.rng, x, ground - 40, s.rng.uniform(250, 360), s.rng.uniform(-0.04, 0.04), 0.72)
    s.lay(m, "#8fa79b", 0.72)
    s.haze(420, ground, "#f0e5c9", 0.35)
    # the school: two floors with arcades, in brick
    left, right, top, mid = 150, 1490, 372, 628
    m, d = s.mask()
    d.rectangle(p((left, top), (right, ground)), fill=255)
    s.lay(m, "#cfa679")
    bricks = noise(s.rng, s.h, s.w, (34 * S, 7 * S), 2)[..., None]
    shade = np.clip(s.px + bricks * 9, 0, 255)
    s.lay(m, shade)
    m, d = s.mask()
    d.rectangle(p((left - 18, top - 26), (right + 18, top)), fill=255)
    d.rectangle(p((left - 8, mid - 16), (right + 8, mid + 6)), fill=255)
    s.lay(m, "#ead2ab")
    m, d = s.mask()
    d.rectangle(p((left, top), (right, top + 14)), fill=255)
    d.rectangle(p((left, mid + 6), (right, mid + 20)), fill=255)
    s.lay(m, "#6f4f38", 0.45, 5)
    n = 9
    step = (right - left) / n
    holes, d = s.mask()
    for floor_top, floor_bottom in ((top + 58, mid - 44), (mid + 52, ground)):
        for k in range(n):
            cx, half = left + step * (k + 0.5), step * 0.36
            d.rectangle(p((cx - half, floor_top + half * 0.8), (cx + half, floor_bottom)), fill=255)
            d.pieslice(p((cx - half, floor_top), (cx + half, floor_top + half * 1.7)), 180, 360, fill=255)
    s.lay(holes, "#5d4334")
    inner, d = s.mask()
    for floor_top, floor_bottom in ((top + 58, mid - 44), (mid + 52, ground)):
        for k in range(n):
            cx, half = left + step * (k + 0.5), step * 0.36
            d.rectangle(p((cx - half * 0.86, floor_top + half * 1.15), (cx + half * 0.30, floor_bottom - 6)), fill=255)
    s.lay(inner, "#8a6a50", 0.85)
    doors, d = s.mask()
    for floor_top, floor_bottom in ((top + 58, mid - 44), (mid + 52, ground)):
        for k in range(n):
            cx, half = left + step * (k + 0.5), step * 0.36
            if k % 3 == 1:
                d.rectangle(p((cx - half * 0.6, floor_top + half * 1.5), (cx + half * 0.05, floor_bottom - 6)), fill=255)
            else:
                d.rectangle(p((cx - half * 0.62, floor_top + half * 1.45), (cx + half * 0.08, floor_bottom - 74)), fill=255)
    s.lay(doors, "#2f6470", 0.85)
    rail, d = s.mask()
    for k in range(n):
        cx, half = left + step * (k + 0.5), step * 0.36
        d.rectangle(p((cx - half, mid - 88), (cx + half, mid - 82)), fill=255)
        for x in np.arange(cx - half + 6, cx + half, 11):
            d.line(p((x, mid - 84), (x, mid - 44)), fill=255, width=4)
    s.lay(rail, "#e6d3b2", 0.9)
    # the wall on the right and the yard
    m, d = s.mask()
    d.polygon(p((right, 742), (W, 716), (W, ground + 34), (right, ground)), fill=255)
    s.lay(m, "#d9bd93")
    m, d = s.mask()
    d.polygon(p((right, 742), (W, 716), (W, 738), (right, 758)), fill=255)
    s.lay(m, "#b6925f", 0.8)
    m, d = s.mask()
    d.polygon(p((0, ground), (right, ground), (W, ground + 34), (W, H), (0, H)), fill=255)
    s.lay(m, gradient([(0, "#d8c197"), (ground / H, "#dcc59b"), (1, "#b89a6b")]))
    lines, d = s.mask()
    for k in range(-16, 30):
        d.line(p((1000 + (k * 120 - 700) * 0.52, ground), (1000 + (k * 120 - 700) * 2.3, H)), fill=255, width=3)
    for k in range(1, 9):
        y = ground + (H - ground) * (k / 8.5) ** 1.9
        d.line(p((0, y), (W, y + 8)), fill=255, width=3)
    s.lay(lines, "#9c8158", 0.35)
    court, d = s.mask()
    d.line(p((250, 1180), (1500, 1180)), fill=255, width=16)
    d.line(p((250, 1180), (420, 985)), fill=255, width=12)
    d.line(p((420, 985), (1330, 985)), fill=255, width=9)
    d.line(p((1330, 985), (1500, 1180)), fill=255, width=12)
    d.arc(p((760, 1035), (1010, 1110)), 0, 360, fill=255, width=10)
    s.lay(court, "#f6eeda", 0.72)
    # shadows fall to the left, toward us
    shade, d = s.mask()
    d.polygon(p((0, ground), (right, ground), (right - 110, ground + 62), (0, ground + 62)), fill=200)
    for x, y, r in ((1620, 1060, 250), (240, 1250, 330)):
        for _ in range(150):
            a, b = x - 150 + s.rng.normal(0, r * 0.55), y + s.rng.normal(0, r * 0.12)
            w = s.rng.uniform(8, 34)
            d.ellipse(p((a - w, b - w * 0.32), (a + w, b + w * 0.32)), fill=215)
    s.lay(shade, "#4c4634", 0.50, 7)
    # trees, a bench round the trunk, and the pupils
    m, d = s.mask()
    tree(d, s.rng, 1680, 1010, 560, 1.0, 5200, 6)
    s.lay(m, "#47603a")
    light, dl = s.mask()
    for _ in range(1500):
        a, b = 1730 + s.rng.normal(0, 105), 590 + s.rng.normal(0, 60)
        r = s.rng.uniform(2, 5)
        dl.ellipse(p((a - r, b - r * 0.7), (a + r, b + r * 0.7)), fill=160)
    s.lay(Image.fromarray(np.minimum(np.asarray(light), np.asarray(m))), "#a9b765", 0.75)
    m, d = s.mask()
    d.polygon(p((1570, 990), (1790, 990), (1810, 1016), (1550, 1016)), fill=255)
    d.rectangle(p((1556, 1014), (1804, 1040)), fill=255)
    s.lay(m, "#b08d62")
    figures = ((560, 1010, 118, "walk", 1, True, "#2c4f63"), (622, 1016, 126, "walk", 1, True, "#56392f"), (890, 1004, 112, "stand", -1, False, "#33444d"), (940, 1006, 116, "stand", 1, True, "#254a4f"), (1180, 1040, 138, "walk", -1, True, "#3a3f52"), (1252, 1046, 134, "walk", -1, True, "#6a4434"), (1440, 1098, 205, "stand", -1, False, "#2d3438"), (1360, 1096, 150, "stand", 1, True, "#1f5560"))
    low, d = s.mask()
    for x, y, h, *_ in figures:
        d.polygon(p((x - 8, y), (x + 10, y), (x - h * 0.62, y + h * 0.34), (x - h * 0.78, y + h * 0.30)), fill=190)
    s.lay(low, "#4c4634", 0.48, 4)
    for x, y, h, pose, facing, bag, colour in figures:
        m, d = s.mask()
        person(d, x, y, h, pose, facing, bag, robe=h > 200)
        edge = Image.fromarray(np.roll(np.asarray(m), (-2, 5), (0, 1)))
        s.lay(edge, "#fff0cb", 0.65)
        s.lay(m, colour, 0.96)
    m, d = s.mask()
    tree(d, s.rng, 60, 1380, 980, 1.0, 7000, 9)
    s.lay(m, "#2f4529")
    return s.finish(1.2, 0.18)


def tree_planting():
    s = Scene(53, [(0, "#8fb3bd"), (0.20, "#c3cfc4"), (0.38, "#efdcae"), (0.50, "#f9dfa0"), (0.55, "#f6d492"), (1, "#f6d492")])
    ground = 770
    s.clouds(0.42, "#fff6e0", 0.5, (1400, 100))
    s.glow(560, 560, 560, "#ffcf7d", 0.34)
    s.glow(560, 560, 150, "#fff3cf", 0.60)
    for k, (size, colour, count, rise) in enumerate(((0.50, "#c8b083", 22, 0), (0.72, "#98936a", 15, 12))):
        m, d = s.mask()
        bank = noise(s.rng, 2, s.w, (220 * S, 2), 4)[0]
        d.polygon([(0, s.h)] + [(x, (ground - 34 + rise - bank[x] * 10) * S) for x in range(0, s.w, 8)] + [(s.w, s.h)], fill=255)
        for x in np.linspace(-30, W + 30, count) + s.rng.uniform(-40, 40, count):
            palm(d, s.rng, x, ground, s.rng.uniform(230, 330) * size * 1.3, s.rng.uniform(-0.05, 0.05), size)
        s.lay(m, colour, 0.85)
        s.haze(ground - 240, ground, "#f8dca0", 0.34)
    # the field and its furrows, which meet at the light
    m, d = s.mask()
    d.rectangle(p((0, ground), (W, H)), fill=255)
    s.lay(m, gradient([(0, "#b98d57"), (ground / H, "#c39a62"), (0.72, "#94683d"), (1, "#4b3120")]))
    lines, d = s.mask()
    for k in range(-40, 44):
        x0, x1 = 700 + k * 34, 700 + k * 260
        d.polygon(p((x0, ground), (x0 + 7, ground), (x1 + 100, H), (x1, H)), fill=255)
    s.lay(lines, "#402819", 0.30, 7)
    clods = noise(s.rng, s.h, s.w, (26 * S, 9 * S), 3)
    alpha = np.clip((np.arange(s.h) / S - ground) / (H - ground), 0, 1)[:, None]
    s.px *= (1 + 0.20 * clods * alpha)[..., None]
    s.haze(ground - 10, ground + 170, "#f7d799", 0.25)

    def sapling(x, y, h, colour):
        m, d = s.mask()
        d.ellipse(p((x - h * 0.34, y - h * 0.05), (x + h * 0.34, y + h * 0.08)), fill=255)
        s.lay(m, "#3c2618", 0.85, 3)
        m, d = s.mask()
        d.line(p((x + h * 0.09, y + 2), (x + h * 0.09, y - h * 0.86)), fill=255, width=max(3, int(h * 0.028 * S)))
        s.lay(m, "#c69b62", 0.95)
        m, d = s.mask()
        d.line(p(*curve((x, y), (x - h * 0.03, y - h * 0.5), (x + h * 0.03, y - h), 16)), fill=255, width=max(3, int(h * 0.03 * S)))
        for i in range(int(70 + h / 2)):
            u = s.rng.uniform(0.34, 1.04)
            cx, cy = x + s.rng.normal(0, h * 0.115 * (1.25 - u * 0.6)), y - h * u
            r, turn = h * s.rng.uniform(0.024, 0.044), s.rng.uniform(0, math.pi)
            leaf = [(cx + math.cos(t) * r * math.cos(turn) - math.sin(t) * r * 0.42 * math.sin(turn), cy + math.cos(t) * r * math.sin(turn) + math.sin(t) * r * 0.42 * math.cos(turn)) for t in np.linspace(0, 2 * math.pi, 14)]
            d.polygon(p(*leaf), fill=255)
        edge = Image.fromarray(np.roll(np.asarray(m), (-3, -5), (0, 1)))
        s.lay(edge, "#e9e08a", 0.75)
        s.lay(m, colour)

    def someone(x, y, h, pose, facing, colour, robe=False, bag=False):
        low, d = s.mask()
        d.polygon(p((x - h * 0.16, y), (x + h * 0.16, y), (x + h * 0.72, y + h * 0.30), (x + h * 0.40, y + h * 0.32)), fill=200)
        s.lay(low, "#2e1c12", 0.55, 7)
        m, d = s.mask()
        person(d, x, y, h, pose, facing, bag, robe)
        edge = Image.fromarray(np.roll(np.asarray(m), (-3, -6), (0, 1)))
        s.lay(edge, "#ffe7b0", 0.9)
        s.lay(m, colour)

    for x, y, h in ((830, 806, 46), (905, 826, 62), (1000, 850, 84), (610, 812, 50), (520, 838, 70)):
        sapling(x, y, h, "#6d7a41")
    someone(700, 838, 120, "stand", 1, "#6b553f", robe=True)
    someone(1085, 872, 132, "kneel", -1, "#5b4a3c")
    someone(1170, 862, 150, "stand", -1, "#5a5446")
    sapling(1120 + 20, 908, 128, "#5d7038")
    sapling(360, 900, 118, "#5d7038")
    someone(255, 905, 190, "kneel", 1, "#4a4237")
    sapling(1740, 1010, 205, "#4b6431")
    someone(1860, 1015, 260, "kneel", -1, "#38372f")
    someone(1265, 985, 280, "stand", 1, "#2f3b3c", robe=True)
    sapling(640, 1075, 250, "#445c2c")
    # a spade left standing, and a can
    m, d = s.mask()
    d.line(p((820, 1196), (846, 912)), fill=255, width=17)
    d.line(p((822, 912), (870, 916)), fill=255, width=19)
    d.polygon(p((786, 1118), (864, 1126), (852, 1208), (818, 1236), (790, 1200)), fill=255)
    d.polygon(p((960, 1150), (1046, 1150), (1056, 1238), (950, 1238)), fill=255)
    d.line(p((1048, 1214), (1108, 1146)), fill=255, width=17)
    d.polygon(p((1092, 1132), (1128, 1152), (1118, 1164), (1084, 1146)), fill=255)
    d.arc(p((962, 1096), (1044, 1196)), 180, 360, fill=255, width=13)
    edge = Image.fromarray(np.roll(np.asarray(m), (-3, -6), (0, 1)))
    low, dl = s.mask()
    dl.polygon(p((800, 1222), (860, 1222), (1010, 1300), (960, 1310)), fill=190)
    dl.polygon(p((950, 1232), (1056, 1232), (1190, 1292), (1080, 1306)), fill=190)
    s.lay(low, "#22140c", 0.6, 8)
    s.lay(edge, "#ffe7b0", 0.8)
    s.lay(m, "#2a2f2e")
    sapling(1500, 1296, 560, "#2f4723")
    sapling(150, 1330, 470, "#33491f")
    return s.finish(1.3, 0.24)


def water_station():
    s = Scene(23, [(0, "#6f9db4"), (0.22, "#9fc0c8"), (0.40, "#d6dccb"), (0.52, "#f2e3bf"), (0.56, "#f6e9c9"), (1, "#f6e9c9")])
    s.clouds(0.20, "#f3efe2", 0.55, (1500, 120))
    s.clouds(0.36, "#7f9fae", 0.25, (1200, 80))
    s.glow(420, 640, 300, "#ffe3a6", 0.26)
    s.glow(420, 640, 90, "#fff6dc", 0.45)
    horizon = 800
    # the palm groves of the villages behind the station
    for y, colour, size, count in ((772, "#a9b39c", 0.30, 44), (792, "#7f9079", 0.42, 30)):
        m, d = s.mask()
        bank = noise(s.rng, 2, s.w, (220 * S, 2), 4)[0]
        d.polygon([(0, s.h)] + [(x, (y - 10 - bank[x] * 9) * S) for x in range(0, s.w, 8)] + [(s.w, s.h)], fill=255)
        for x in np.sort(s.rng.uniform(-20, W + 20, count)):
            palm(d, s.rng, x, y, s.rng.uniform(150, 230) * size * 1.5, s.rng.uniform(-0.06, 0.06), size)
        s.lay(m, colour, 0.9)
        s.haze(y - 90, y, "#f2e3bf", 0.25)
    # the pump house
    m, d = s.mask()
    d.polygon(p((150, 640), (760, 640), (760, 812), (150, 812)), fill=255)
    s.lay(m, "#b9b29c")
    m, d = s.mask()
    d.polygon(p((130, 622), (780, 622), (780, 646), (130, 646)), fill=255)
    for x in range(200, 740, 110):
        d.polygon(p((x, 690), (x + 60, 690), (x + 60, 745), (x, 745)), fill=255)
    s.lay(m, "#5d6a6a")
    # the tower: a bowl on a shaft, lit from the left
    shade = ((1250, 1330, "#cfc6ae"), (1330, 1400, "#a39b86"))
    for x0, x1, colour in shade:
        m, d = s.mask()
        d.polygon(p((x0, 400), (x1, 400), (x1 + (24 if x1 > 1390 else 0), 815), (x0 - (24 if x0 < 1260 else 0), 815)), fill=255)
        s.lay(m, colour)
    for x0, x1, l0, l1, colour in ((1060, 1330, 1240, 1330, "#d9d0b8"), (1330, 1590, 1330, 1410, "#a89f8a")):
        m, d = s.mask()
        d.polygon(p((x0, 200), (x1, 200), (l1, 420), (l0, 420)), fill=255)
        s.lay(m, colour)
    m, d = s.mask()
    d.polygon(p((1040, 172), (1610, 172), (1600, 214), (1050, 214)), fill=255)
    d.polygon(p((1300, 120), (1350, 120), (1350, 176), (1300, 176)), fill=255)
    for x in range(1060, 1600, 45):
        d.line(p((x, 130), (x, 176)), fill=255, width=5)
    d.line(p((1055, 132), (1600, 132)), fill=255, width=6)
    s.lay(m, "#56625f")
    # pipes from the tower to the ground
    m, d = s.mask()
    for x in (1430, 1460):
        d.line(p((x - 30, 380), (x, 430), (x, 815)), fill=255, width=16)
    s.lay(m, "#0f6070")
    # the settling basin
    s.reflect(horizon + 12, 0.9, "#3d6f78", 0.34)
    m, d = s.mask()
    d.polygon(p((0, 802), (2000, 802), (2000, 826), (0, 826)), fill=255)
    s.lay(m, "#8d8977")
    m, d = s.mask()
    d.polygon(p((0, 1180), (2000, 1110), (2000, 1333), (0, 1333)), fill=255)
    s.lay(m, "#a79f89")
    m, d = s.mask()
    d.polygon(p((0, 1180), (2000, 1110), (2000, 1136), (0, 1208)), fill=255)
    s.lay(m, "#d8cfb6")
    # a rail along the edge, and two engineers at it
    m, d = s.mask()
    for x in range(20, 2000, 130):
        y = 1186 - x * 0.035
        d.line(p((x, y), (x, y - 150)), fill=255, width=9)
    for up in (150, 80):
        d.line(p((0, 1186 - up), (2000, 1116 - up)), fill=255, width=9)
    s.lay(m, "#3a4747")
    m, d = s.mask()
    person(d, 640, 1262, 300, "stand", 1)
    person(d, 790, 1252, 290, "stand", -1, bag=True)
    s.lay(m, "#24302f")
    return s.finish(1.2, 0.2)


SCENES = {
    "riverfront-dusk.jpg": riverfront_dusk,
    "tree-planting.jpg": tree_planting,
    "school-yard.jpg": school_yard,
    "workshop-hall.jpg": workshop_hall,
    "bridge.webp": bridge,
    "water-station.jpg": water_station,
}


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else "content/assets"
    for name in sys.argv[2:] or SCENES:
        image = SCENES[name]()
        path = os.path.join(folder, name)
        if name.endswith(".webp"):
            image.save(path, quality=84, method=6)
        elif name == "workshop-hall.jpg":
            exif = Image.Exif()
            exif[274] = 6  # to be turned a quarter clockwise before it is shown
            image.transpose(Image.Transpose.ROTATE_90).save(path, quality=82, optimize=True, exif=exif)
        else:
            quality = 82
            image.save(path, quality=quality, optimize=True)
            while os.path.getsize(path) > 245_000:
                quality -= 2
                image.save(path, quality=quality, optimize=True)
        print(f"{path}: {os.path.getsize(path) // 1024} KB")


if __name__ == "__main__":
    main()
