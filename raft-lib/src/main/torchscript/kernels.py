"""Makes kernels.pt: the fused tensor operations that RAFT Lab calls through DJL.

Usage (torch 2.7.1, the version of the native library in pom.xml):

    python raft-lib/src/main/torchscript/kernels.py

It writes raft-lib/src/main/resources/raftlab/tensor/kernels.pt and, beside it, kernels.sha256 with the hash of this
script, which a test compares: change the script, run it, commit both.

Conventions, shared with raftlab.tensor.Kernels and raftlab.model.Parameters:
  w       the parameters: embedding, 12 per layer, final norm, head. Absent ones have no elements. A layer's are: norm,
          queries-keys-values, their bias, query norm, key norm, output, norm, gate-and-up, down, and the biases of
          output, gate-and-up and down.
  cfg     int64 [layers, heads, kv heads, head width], then one sliding window per layer, 0 for none
  eps     float64 [rms epsilon]
  rope    [2, positions, head width] cosines and sines, of the parameters' type
  cache   one tensor per layer [2, rows, G, positions, D]: keys, values
  Shapes: B rows, T positions, C hidden width, H heads, G kv heads, D head width, V vocabulary, N chosen tokens.
"""

import hashlib
import pathlib
import zipfile
from typing import List, Optional, Tuple

import torch
import torch.nn.functional as F
from torch import Tensor


def first(layer: int) -> int:
    """Where a layer's parameters begin."""
    return 1 + 12 * layer


def adapters_of(layer: int) -> int:
    """Where a layer's 14 adapter tensors begin."""
    return 14 * layer


def given(w: Tensor) -> Optional[Tensor]:
    """A parameter that a family may lack."""
    if w.numel() > 0:
        return w
    return None


def rotate(x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    """Rotary positions in the half-split layout; x [..., D], cos and sin broadcast to it."""
    half = x.size(-1) // 2
    parts = x.split_with_sizes([half, half], -1)  # whose gradients are joined in one copy, unlike those of narrow
    turned = torch.cat([parts[1].neg(), parts[0]], -1)
    return torch.addcmul(x * cos, turned, sin)


def project(w: List[Tensor], at: int, x: Tensor, cfg: List[int], eps: float, cos: Tensor, sin: Tensor) -> Tuple[
        Tensor, Tensor, Tensor]:
    """Queries [B, T, H, D], keys and values [B, T, G, D] of normed x [B, T, C]."""
    return split(w, at, F.linear(x, w[at + 1], given(w[at + 2])), cfg, eps, cos, sin)


def split(w: List[Tensor], at: int, both: Tensor, cfg: List[int], eps: float, cos: Tensor, sin: Tensor) -> Tuple[
        Tensor, Tensor, Tensor]:
    """Cuts queries-keys-values [B, T, *] into heads, norms and turns them."""
    heads = cfg[1]
    kv = cfg[2]
    qkv = both.view(both.size(0), both.size(1), heads + 2 * kv, cfg[3])
    v = qkv.narrow(2, heads + kv, kv)
    if w[at + 3].numel() > 0:
        q = rotate(torch.rms_norm(qkv.narrow(2, 0, heads), [cfg[3]], w[at + 3], eps), cos, sin)
        k = rotate(torch.rms_norm(qkv.narrow(2, heads, kv), [cfg[3]], w[at + 4], eps), cos, sin)
        return q, k, v
    qk = rotate(qkv.narrow(2, 0, heads + kv), cos, sin)
    return qk.narrow(2, 0, heads), qk.narrow(2, heads, kv), v


def mlp(w: List[Tensor], at: int, x: Tensor, eps: float) -> Tensor:
    """x plus its gated MLP."""
    y = torch.rms_norm(x, [x.size(-1)], w[at + 6], eps)
    both = F.linear(y, w[at + 7], given(w[at + 10]))
    half = both.size(-1) // 2
    return x + F.linear(F.silu(both.narrow(-1, 0, half)) * both.narrow(-1, half, half), w[at + 8], given(w[at + 11]))


def causal(q: Tensor, k: Tensor, v: Tensor, cfg: List[int], window: int) -> Tensor:
    """Causal attention over whole rows: q [B, T, H, D], k and v [B, T, G, D] to [B, T, H * D]."""
    b = q.size(0)
    t = q.size(1)
    groups = cfg[1] // cfg[2]
    q = q.transpose(1, 2)
    if groups > 1:
        k = k.unsqueeze(3).expand(b, t, cfg[2], groups, cfg[3]).reshape(b, t, cfg[1], cfg[3])
        v = v.unsqueeze(3).expand(b, t, cfg[2], groups, cfg[3]).reshape(b, t, cfg[1], cfg[3])
    k = k.transpose(1, 2)
    v = v.transpose(1, 2)
    if window > 0 and t > window:
        ones = torch.ones(t, t, dtype=torch.bool, device=q.device)
        mask = ones.tril().logical_and(ones.tril(-window).logical_not())
        o = F.scaled_dot_product_attention(q, k, v, mask)
    else:
        o = F.scaled_dot_product_attention(q, k, v, is_causal=True)
    return o.transpose(1, 2).reshape(b, t, cfg[1] * cfg[3])


def layer(w: List[Tensor], index: int, x: Tensor, cfg: List[int], eps: float, cos: Tensor, sin: Tensor) -> Tuple[
        Tensor, Tensor, Tensor]:
    """One decoder layer over whole rows; also returns its keys and values [B, T, G, D]."""
    at = first(index)
    y = torch.rms_norm(x, [x.size(-1)], w[at], eps)
    q, k, v = project(w, at, y, cfg, eps, cos, sin)
    x = x + F.linear(causal(q, k, v, cfg, cfg[4 + index]), w[at + 5], given(w[at + 9]))
    return mlp(w, at, x, eps), k, v


def head(w: List[Tensor]) -> Tensor:
    if w[-1].numel() > 0:
        return w[-1]
    return w[0]


def trunk(w: List[Tensor], tokens: Tensor, cfg: List[int], eps: float, rope: Tensor) -> Tensor:
    """Final normed states [B, T, C] of tokens [B, T], rows padded on the right."""
    t = tokens.size(1)
    cos = rope[0].narrow(0, 0, t).unsqueeze(1)  # [T, 1, D], over heads
    sin = rope[1].narrow(0, 0, t).unsqueeze(1)
    x = torch.embedding(w[0], tokens)
    for i in range(cfg[0]):
        x, _, _ = layer(w, i, x, cfg, eps, cos, sin)
    return torch.rms_norm(x, [x.size(-1)], w[-2], eps)


def added(hidden: Tensor, like: Tensor) -> Tensor:
    """What is added to scores to hide places [B, T]: [B, 1, 1, T]."""
    return torch.zeros(hidden.size(0), 1, 1, hidden.size(1), dtype=like.dtype, device=like.device).masked_fill_(
        hidden.unsqueeze(1).unsqueeze(1), float("-inf"))


def normed(x: Tensor, w: Tensor, eps: float, epsilon: Tensor) -> Tensor:
    """The same as rms_norm of x [B, C], by fewer kernels where nothing has to be widened; epsilon [1] is eps."""
    if x.dtype != torch.float32:
        return torch.rms_norm(x, [x.size(-1)], w, eps)
    norm = torch.linalg.vector_norm(x, 2.0, [-1], True)
    return (x * torch.addcmul(epsilon, norm, norm, value=1.0 / x.size(-1)).rsqrt_()).mul_(w)


def turned(x: Tensor, cos: Tensor, signed: Tensor) -> Tensor:
    """As rotate, where the sines of the first half have their sign changed already."""
    half = x.size(-1) // 2
    parts = x.split_with_sizes([half, half], -1)
    return torch.addcmul(x * cos, torch.cat([parts[1], parts[0]], -1), signed)


def onto(x: Tensor, y: Tensor, w: Tensor, laid: Tensor, bias: Optional[Tensor]) -> Tensor:
    """x plus the product of y and w transposed, see product."""
    if laid.is_mkldnn or bias is not None:
        return x + product(y, w, laid, bias)
    return torch.addmm(x, y, laid)


def spread(mask: Tensor, cfg: List[int]) -> Tensor:
    """A mask [B, 1, 1, T] for every query: [B * G, H / G, T]."""
    b = mask.size(0)
    return mask.expand(b, cfg[2], cfg[1] // cfg[2], mask.size(3)).reshape(b * cfg[2], cfg[1] // cfg[2], mask.size(3))


def pick(weights: Tensor, uniforms: Tensor) -> Tensor:
    """The token [B, 1] at which a row's weights [B, V], summed in order, pass its share uniforms [B] of their total.

    Sums are in float64. A large vocabulary is searched in two levels, blocks then tokens, so that the running sum over
    it is never written out.
    """
    width = 512
    v = weights.size(-1)
    if v <= 4096:
        cdf = weights.cumsum(-1, dtype=torch.float64)
        aim = uniforms.unsqueeze(-1) * cdf.narrow(-1, v - 1, 1)
        return torch.searchsorted(cdf, aim, right=True).clamp_(max=v - 1)
    blocks = (v + width - 1) // width
    padded = F.pad(weights, [0, blocks * width - v]).view(-1, blocks, width)
    before = padded.sum(-1, dtype=torch.float64).cumsum(-1)
    aim = uniforms.unsqueeze(-1) * before.narrow(-1, blocks - 1, 1)
    block = torch.searchsorted(before, aim, right=True).clamp_(max=blocks - 1)
    start = torch.where(block > 0, before.gather(-1, (block - 1).clamp(min=0)), torch.zeros_like(aim))
    inside = padded.gather(1, block.unsqueeze(-1).expand(-1, 1, width)).squeeze(1).cumsum(-1, dtype=torch.float64)
    place = torch.searchsorted(inside, aim - start, right=True).clamp_(max=width - 1)
    return (block * width + place).clamp_(max=v - 1)


def draw(logits: Tensor, uniforms: Tensor, temperature: float, top_p: float, top_k: int) -> Tensor:
    """Chooses a token per row of logits [B, V] and gives [2, B]: the token, its untempered log-probability."""
    logits = logits.float()
    if temperature == 0.0:
        chosen = logits.argmax(-1, keepdim=True)
    else:
        scaled = logits
        if temperature != 1.0:
            scaled = logits / temperature
        if top_k > 0 and top_k < logits.size(-1):
            least = scaled.topk(top_k, -1)[0].narrow(-1, top_k - 1, 1)
            scaled = scaled.masked_fill(scaled < least, float("-inf"))
        weights = torch.softmax(scaled, -1)
        if top_p < 1.0:
            ordered, places = weights.sort(stable=True, dim=-1, descending=True)
            before = ordered.cumsum(-1) - ordered
            kept = torch.zeros_like(weights).scatter(-1, places, before.lt(top_p).to(weights.dtype))
            weights = weights * kept
        chosen = pick(weights, uniforms)
    logp = logits.gather(-1, chosen) - logits.logsumexp(-1, keepdim=True)
    return torch.cat([chosen.to(torch.float64), logp.to(torch.float64)], -1).t().contiguous()


def along(table: Tensor, spans: List[int]) -> Tensor:
    """The rows of a rotary table [positions, D] at the position of each token of the spans, as [S, 1, D]."""
    parts: List[Tensor] = []
    for i in range(0, len(spans), 2):
        parts.append(table.narrow(0, 0, spans[i + 1]).repeat(spans[i], 1))
    return torch.cat(parts).unsqueeze(1)


def adapted(y: Tensor, x: Tensor, lora: List[Tensor], at: int, widths: List[int], scale: float) -> List[Tensor]:
    """Cuts y [S, sum of widths] into its parts and adds scale * (x A^T) B^T to each that has an adapter, which are
    lora[at] (A [r, in]), lora[at + 1] (B [width, r]), lora[at + 2] ... ; x [S, in]."""
    parts = y.split_with_sizes(widths, -1)
    if len(lora) == 1:
        return parts
    downs: List[Tensor] = []
    for i in range(len(widths)):
        if lora[at + 2 * i].numel() > 0:
            downs.append(lora[at + 2 * i])
    if len(downs) == 0:
        return parts
    low = F.linear(x, torch.cat(downs).to(x.dtype))
    done: List[Tensor] = []
    column = 0
    for i in range(len(widths)):
        up = lora[at + 2 * i + 1]
        if up.numel() > 0:
            done.append(torch.addmm(parts[i], low.narrow(-1, column, up.size(1)), up.to(x.dtype).t(), beta=1.0,
                                    alpha=scale))
            column += up.size(1)
        else:
            done.append(parts[i])
    return done


def attention(q: Tensor, k: Tensor, v: Tensor, cfg: List[int], window: int, spans: List[int]) -> Tensor:
    """Causal attention within each row of the spans: q [S, H, D], k and v [S, G, D] to [S, H * D]."""
    parts: List[Tensor] = []
    at = 0
    for i in range(0, len(spans), 2):
        n = spans[i]
        t = spans[i + 1]
        parts.append(causal(q.narrow(0, at, n * t).view(n, t, cfg[1], cfg[3]),
                            k.narrow(0, at, n * t).view(n, t, cfg[2], cfg[3]),
                            v.narrow(0, at, n * t).view(n, t, cfg[2], cfg[3]), cfg, window).view(n * t, cfg[1] * cfg[3]))
        at += n * t
    if len(parts) == 1:
        return parts[0]
    return torch.cat(parts)


def train_layer(w: List[Tensor], lora: List[Tensor], index: int, x: Tensor, cfg: List[int], eps: float, scale: float,
                cos: Tensor, sin: Tensor, spans: List[int]) -> Tensor:
    """One decoder layer over rows that lie one behind the other, x [S, C]; lora holds 14 tensors per layer: A and B of
    queries, keys, values, output, gate, up, down, without elements where a matrix has no adapter."""
    at = first(index)
    lora_at = adapters_of(index)
    s = x.size(0)
    heads = cfg[1]
    kv = cfg[2]
    width = cfg[3]
    y = torch.rms_norm(x, [x.size(-1)], w[at], eps)
    qkv = adapted(F.linear(y, w[at + 1], given(w[at + 2])), y, lora, lora_at, [heads * width, kv * width, kv * width],
                  scale)
    q = qkv[0].view(s, heads, width)
    k = qkv[1].view(s, kv, width)
    if w[at + 3].numel() > 0:
        q = torch.rms_norm(q, [width], w[at + 3], eps)
        k = torch.rms_norm(k, [width], w[at + 4], eps)
    o = attention(rotate(q, cos, sin), rotate(k, cos, sin), qkv[2].view(s, kv, width), cfg, cfg[4 + index], spans)
    x = x + adapted(F.linear(o, w[at + 5], given(w[at + 9])), o, lora, lora_at + 6, [x.size(1)], scale)[0]
    y = torch.rms_norm(x, [x.size(-1)], w[at + 6], eps)
    inner = w[at + 8].size(1)
    both = adapted(F.linear(y, w[at + 7], given(w[at + 10])), y, lora, lora_at + 8, [inner, inner], scale)
    z = F.silu(both[0]) * both[1]
    return x + adapted(F.linear(z, w[at + 8], given(w[at + 11])), z, lora, lora_at + 12, [x.size(1)], scale)[0]


def head_gradient(w: List[Tensor], into: List[Tensor], full: bool, states: Tensor, targets: Tensor, slopes: Tensor,
                  entropy_slopes: Tensor) -> Tuple[Tensor, Tensor]:
    """The gradient [N, C] by the normed states [N, C], and [2, N]: log-probabilities and entropies. With `full` the
    head's own gradient is added up. See Kernels.gradient."""
    with torch.no_grad():
        out = head(w)
        tied = w[-1].numel() == 0
        d_states = torch.empty_like(states)
        found = torch.zeros(2, states.size(0), device=states.device)
        chunk = max(256, (1 << 21) // out.size(0))
        for at in range(0, states.size(0), chunk):
            n = min(chunk, states.size(0) - at)
            part = states.narrow(0, at, n)
            goal = targets.narrow(0, at, n).unsqueeze(1)
            slope = slopes.narrow(0, at, n).unsqueeze(1)
            logp = torch.log_softmax(F.linear(part, out).float(), 1)
            found[0].narrow(0, at, n).copy_(logp.gather(1, goal).squeeze(1))
            if entropy_slopes.numel() > 0:
                p = logp.exp()
                entropy = (p * logp).sum(1, keepdim=True).neg_()
                found[1].narrow(0, at, n).copy_(entropy.squeeze(1))
                by_entropy = entropy_slopes.narrow(0, at, n).unsqueeze(1)
                d_logits = logp.add_(entropy).mul_(by_entropy).add_(slope).mul_(p).neg_()
            else:
                d_logits = logp.exp_().mul_(-slope)
            d_logits = d_logits.scatter_add_(1, goal, slope).to(part.dtype)
            torch.mm(d_logits, out, out=d_states.narrow(0, at, n))
            if full:
                sums = into[0] if tied else into[-1]
                if sums.dtype == part.dtype:
                    sums.addmm_(d_logits.t(), part)
                else:
                    sums.add_(torch.mm(d_logits.t(), part))
        return d_states, found


def wide_step(w: Tensor, grad: Tensor, m: Tensor, v: Tensor, rest: Tensor, decays: bool, factor: float,
              n: List[float]) -> None:
    """One AdamW step of bfloat16 weights. What rounding takes from each is kept in rest, itself bfloat16: the sum of the
    two, with at least sixteen bits of fraction, is what is updated. Piece by piece, to stay in the cache."""
    weights = w.view(-1)
    rests = rest.view(-1)
    grads = grad.view(-1)
    firsts = m.view(-1)
    seconds = v.view(-1)
    chunk = 1 << 18
    for at in range(0, weights.size(0), chunk):
        c = min(chunk, weights.size(0) - at)
        whole = weights.narrow(0, at, c).float().add_(rests.narrow(0, at, c))
        g = grads.narrow(0, at, c).mul_(factor)
        first = firsts.narrow(0, at, c)
        second = seconds.narrow(0, at, c)
        if decays:
            whole.mul_(1.0 - n[1] * n[5])
        first.lerp_(g, 1.0 - n[2])
        second.mul_(n[3]).addcmul_(g, g, value=1.0 - n[3])
        spread = second.sqrt().div_((1.0 - n[3] ** n[0]) ** 0.5).add_(n[4])
        whole.addcdiv_(first, spread, value=-n[1] / (1.0 - n[2] ** n[0]))
        weights.narrow(0, at, c).copy_(whole)
        rests.narrow(0, at, c).copy_(whole.sub_(weights.narrow(0, at, c)))


def product(x: Tensor, w: Tensor, laid: Tensor, bias: Optional[Tensor]) -> Tensor:
    """x [B, C] times w transposed, by the copy or view of w made by pack or columns."""
    if laid.is_mkldnn:
        return torch.ops.mkldnn._linear_pointwise(x, laid, bias, "none", [], "")
    if bias is not None:
        return torch.addmm(bias, x, laid)
    return torch.mm(x, laid)


class Kernels(torch.nn.Module):

    @torch.jit.export
    def frequencies(self, theta: float, width: int) -> Tensor:
        """Rotary frequencies [width / 2] in radians per position, in float32 as transformers computes them."""
        return 1.0 / (theta ** (torch.arange(0, width, 2, dtype=torch.int64).float() / width))

    @torch.jit.export
    def rotary(self, into: Tensor, frequencies: Tensor, amplitude: float) -> int:
        """Fills into [2, positions, 2 * F] with the cosines and sines of frequencies [F], times an amplitude."""
        half = frequencies.size(0)
        chunk = 4096
        for at in range(0, into.size(1), chunk):
            n = min(chunk, into.size(1) - at)
            places = torch.arange(at, at + n, device=into.device, dtype=torch.float32)
            angles = torch.outer(places, frequencies.to(into.device))
            for side in range(2):
                into[0].narrow(0, at, n).narrow(1, side * half, half).copy_(angles.cos() * amplitude)
                into[1].narrow(0, at, n).narrow(1, side * half, half).copy_(angles.sin() * amplitude)
        return 0

    @torch.jit.export
    def halves(self, sizes: Tensor) -> Tensor:
        """A bfloat16 tensor to be filled, on the device of sizes."""
        shape: List[int] = sizes.tolist()
        return torch.empty(shape, dtype=torch.bfloat16, device=sizes.device)

    @torch.jit.export
    def fill(self, into: Tensor, at: int, values: Tensor) -> int:
        """Copies values to the flat places at.. of into, converting their type."""
        into.view(-1).narrow(0, at, values.numel()).copy_(values)
        return 0

    @torch.jit.export
    def part(self, w: Tensor, at: int, n: int) -> Tensor:
        """A copy of n numbers from the flat place at on, as float32."""
        return w.view(-1).narrow(0, at, n).float().clone()

    @torch.jit.export
    def zero(self, into: Tensor) -> int:
        into.zero_()
        return 0

    @torch.jit.export
    def copy(self, into: Tensor, source: Tensor) -> int:
        into.copy_(source)
        return 0

    @torch.jit.export
    def pack(self, w: Tensor, rows: int) -> Tensor:
        """A copy of a matrix in the blocks that products with so many rows read: MKL and oneDNN otherwise rearrange the
        matrix anew at every product, which at a few rows takes longer than the product."""
        return torch.ops.mkldnn._reorder_linear_weight(w, rows)

    @torch.jit.export
    def columns(self, w: Tensor) -> Tensor:
        """A matrix transposed, the same memory: made once it spares every product three calls."""
        return w.t()

    @torch.jit.export
    def prefill(self, w: List[Tensor], cache: List[Tensor], cfg: List[int], eps: float, rope: Tensor, tokens: Tensor,
                lengths: Tensor, source: Tensor, start: int, uniforms: Tensor, temperature: float, top_p: float,
                top_k: int) -> Tensor:
        """Reads prompts [P, T] once, copies their keys and values to the cache rows start.. (source [M] names the prompt
        of each row) and draws the first token of each row."""
        t = tokens.size(1)
        cos = rope[0].narrow(0, 0, t).unsqueeze(1)
        sin = rope[1].narrow(0, 0, t).unsqueeze(1)
        x = torch.embedding(w[0], tokens)
        for i in range(cfg[0]):
            x, k, v = layer(w, i, x, cfg, eps, cos, sin)
            cache[i][0].narrow(0, start, source.size(0)).narrow(2, 0, t).copy_(
                k.index_select(0, source).transpose(1, 2))
            cache[i][1].narrow(0, start, source.size(0)).narrow(2, 0, t).copy_(
                v.index_select(0, source).transpose(1, 2))
        last = x[torch.arange(x.size(0), device=x.device), lengths - 1]
        last = torch.rms_norm(last, [last.size(-1)], w[-2], eps)
        logits = F.linear(last, head(w)).index_select(0, source)
        return draw(logits, uniforms, temperature, top_p, top_k)

    @torch.jit.export
    def step(self, w: List[Tensor], laid: List[Tensor], cache: List[Tensor], cfg: List[int], eps: float, rope: Tensor,
             tokens: Tensor, places: Tensor, longest: int, uniforms: Tensor, temperature: float, top_p: float, top_k: int) -> Tensor:
        """Reads one token per row: tokens [B] at positions places [B] of cache rows 0..B-1, all places < longest.

        laid holds 4 per layer (queries-keys-values, output, gate-and-up, down) and the head, from pack or columns. With
        a small model most of a step goes into calling kernels, so there are as few calls as can be: rows are [B, C],
        keys and values are stored by one copy, views of the cache are cut in one go.
        """
        b = tokens.size(0)
        heads = cfg[1]
        kv = cfg[2]
        width = cfg[3]
        length = cache[0].size(3)
        one = length * width  # what a row has of one head
        half = width // 2
        scale = width ** -0.5
        seen = torch.arange(max(longest, b * kv), device=tokens.device)
        slots = self.slots(seen.narrow(0, 0, b * kv), places, cache[0].size(1), kv, length)
        seen = seen.narrow(0, 0, longest).unsqueeze(0)
        cos = rope[0].index_select(0, places).unsqueeze(1)
        signed = rope[1].index_select(0, places).unsqueeze(1)
        signed.narrow(2, 0, half).neg_()
        epsilon = torch.full([1], eps, device=tokens.device)
        later = seen > places.unsqueeze(1)
        window = 0
        mask = spread(added(later, w[0]), cfg)
        x = torch.embedding(w[0], tokens)
        for i in range(cfg[0]):
            at = first(i)
            if cfg[4 + i] != window:
                window = cfg[4 + i]
                if window > 0:
                    mask = spread(added(later.logical_or(seen <= (places - window).unsqueeze(1)), w[0]), cfg)
                else:
                    mask = spread(added(later, w[0]), cfg)
            y = normed(x, w[at], eps, epsilon)
            qkv = product(y, w[at + 1], laid[4 * i], given(w[at + 2])).view(b, heads + 2 * kv, width)
            qk, v = qkv.split_with_sizes([heads + kv, kv], 1)
            if w[at + 3].numel() > 0:
                q, k = qk.split_with_sizes([heads, kv], 1)
                qk = torch.cat([torch.rms_norm(q, [width], w[at + 3], eps), torch.rms_norm(k, [width], w[at + 4], eps)], 1)
            q, k = turned(qk, cos, signed).split_with_sizes([heads, kv], 1)
            cache[i].view(-1, width).index_copy_(0, slots, torch.cat([k, v], 1).view(2 * b * kv, width))
            keys = cache[i].as_strided([b * kv, width, longest], [one, 1, width])
            values = cache[i].as_strided([b * kv, longest, width], [one, width, 1], cache[i].size(1) * kv * one)
            scores = torch.baddbmm(mask, q.reshape(b * kv, heads // kv, width), keys, beta=1.0, alpha=scale)
            o = torch.bmm(torch.softmax(scores, -1), values).view(b, heads * width)
            x = onto(x, o, w[at + 5], laid[4 * i + 1], given(w[at + 9]))
            y = normed(x, w[at + 6], eps, epsilon)
            both = product(y, w[at + 7], laid[4 * i + 2], given(w[at + 10]))
            gate, up = both.split_with_sizes([both.size(1) // 2, both.size(1) // 2], 1)
            x = onto(x, F.silu(gate).mul_(up), w[at + 8], laid[4 * i + 3], given(w[at + 11]))
        x = normed(x, w[-2], eps, epsilon)
        return draw(product(x, head(w), laid[-1], None), uniforms, temperature, top_p, top_k)

    def slots(self, heads: Tensor, places: Tensor, rows: int, kv: int, length: int) -> Tensor:
        """Where in a layer's cache, seen as [2 * rows * G * T, D], the new keys and values [B, 2 * G] of each row go;
        heads counts from 0 to B * G - 1."""
        keys = (heads * length).view(-1, kv) + places.unsqueeze(1)
        return torch.cat([keys, keys + rows * kv * length], 1).view(-1)

    @torch.jit.export
    def move(self, cache: List[Tensor], source: Tensor, target: Tensor, longest: int) -> int:
        """Copies the first `longest` positions of cache rows source to rows target."""
        for c in cache:
            for side in range(2):
                part = c[side].narrow(2, 0, longest)
                part.index_copy_(0, target, part.index_select(0, source))
        return longest

    @torch.jit.export
    def score(self, w: List[Tensor], cfg: List[int], eps: float, rope: Tensor, tokens: Tensor, chosen: Tensor,
              targets: Tensor, chunk: int) -> Tensor:
        """Log-probabilities [N] of targets [N], each predicted from the flat position chosen [N] of tokens [B, T]."""
        states = trunk(w, tokens, cfg, eps, rope)
        flat = states.view(-1, states.size(2)).index_select(0, chosen)
        found: List[Tensor] = []
        for at in range(0, flat.size(0), chunk):
            n = min(chunk, flat.size(0) - at)
            logits = F.linear(flat.narrow(0, at, n), head(w)).float()
            picked = logits.gather(1, targets.narrow(0, at, n).unsqueeze(1)).squeeze(1)
            found.append(picked - logits.logsumexp(1))
        return torch.cat(found)

    @torch.jit.export
    def multiply(self, left: Tensor, right: Tensor) -> Tensor:
        """left [S, C] times the transpose of right [K, C], to be timed."""
        return F.linear(left, right)

    @torch.jit.export
    def adapt(self, into: Tensor, row: int, down: Tensor, up: Tensor, scale: float) -> int:
        """Adds scale * up @ down to the rows of a matrix from `row` on."""
        part = into.narrow(0, row, up.size(0))
        part.copy_(torch.addmm(part.float(), up, down, beta=1.0, alpha=scale))
        return 0

    @torch.jit.export
    def gradient(self, w: List[Tensor], into: List[Tensor], lora: List[Tensor], lora_into: List[Tensor], cfg_t: Tensor,
                 numbers: Tensor, rope: Tensor, tokens: Tensor, spans_t: Tensor, chosen: Tensor, targets: Tensor,
                 slopes: Tensor, entropy_slopes: Tensor) -> Tensor:
        """Adds to `into`, or with adapters to `lora_into`, the gradient of a loss that is known by its derivatives:
        `slopes` [N] by the log-probability of each target, `entropy_slopes` [N] (or none) by the entropy of the
        distribution it is drawn from. Returns [2, N]: the log-probabilities, the entropies (0 if not asked for).

        Rows lie one behind the other in tokens [S]; spans [n1, t1, n2, t2, ...] says that the first n1 * t1 tokens are
        n1 rows of t1, and so on: no token sees another row. numbers is [eps, scale of the adapters, 1 to keep only the
        layers' inputs and compute the rest anew on the way back]. The head is written out chunk by chunk, so logits
        [N, V] are never held as a whole, and each layer's gradient is added up before the next one's is found.
        """
        cfg: List[int] = cfg_t.tolist()
        spans: List[int] = spans_t.tolist()
        given: List[float] = numbers.tolist()
        eps = given[0]
        scale = given[1]
        again = given[2] > 0.0
        full = len(lora) == 1
        cos = along(rope[0], spans)
        sin = along(rope[1], spans)
        leaves = [p.detach().requires_grad_(full) for p in w]
        adapters = [p.detach().requires_grad_(not full) for p in lora]
        x = torch.embedding(w[0], tokens).detach()
        starts: List[Tensor] = []
        ends: List[Tensor] = []
        for i in range(cfg[0]):
            start = x.requires_grad_(True)
            starts.append(start)
            if again:
                with torch.no_grad():
                    x = train_layer(w, lora, i, start, cfg, eps, scale, cos, sin, spans)
            else:
                end = train_layer(leaves, adapters, i, start, cfg, eps, scale, cos, sin, spans)
                ends.append(end)
                x = end.detach()
        last = x.requires_grad_(True)
        states = torch.rms_norm(last.index_select(0, chosen), [last.size(-1)], leaves[-2], eps)
        d_states, found = head_gradient(w, into, full, states.detach(), targets, slopes, entropy_slopes)
        d_outputs: List[Optional[Tensor]] = [d_states]
        inputs = [last]
        if full:
            inputs.append(leaves[-2])
        grads = torch.autograd.grad([states], inputs, d_outputs)
        d = torch.jit._unwrap_optional(grads[0])
        if full:
            into[-2].add_(torch.jit._unwrap_optional(grads[1]))
        for step in range(cfg[0]):
            i = cfg[0] - 1 - step
            if again:
                end = train_layer(leaves, adapters, i, starts[i], cfg, eps, scale, cos, sin, spans)
            else:
                end = ends.pop()
            used = [starts.pop()]
            sums: List[Tensor] = []
            if full:
                for j in range(first(i), first(i + 1)):
                    if leaves[j].numel() > 0:
                        used.append(leaves[j])
                        sums.append(into[j])
            else:
                for j in range(adapters_of(i), adapters_of(i + 1)):
                    if adapters[j].numel() > 0:
                        used.append(adapters[j])
                        sums.append(lora_into[j])
            d_end: List[Optional[Tensor]] = [d]
            grads = torch.autograd.grad([end], used, d_end)
            d = torch.jit._unwrap_optional(grads[0])
            for j in range(len(sums)):
                sums[j].add_(torch.jit._unwrap_optional(grads[j + 1]))
        if full:
            into[0].index_add_(0, tokens, d.to(into[0].dtype))
        return found

    @torch.jit.export
    def gather(self, into: List[Tensor], parts: List[Tensor]) -> int:
        """Adds parts to into, one by one, and zeroes them."""
        torch._foreach_add_(into, parts)
        torch._foreach_zero_(parts)
        return 0

    @torch.jit.export
    def adamw(self, w: List[Tensor], grads: List[Tensor], m: List[Tensor], v: List[Tensor], rest: List[Tensor],
              decay: Tensor, numbers: Tensor) -> Tensor:
        """One AdamW step as torch.optim.AdamW; numbers is [step, lr, beta1, beta2, eps, weight decay, max norm or 0].
        Gradients and moments are float32; of bfloat16 weights rest holds what rounding took, see wide_step.

        Returns [global norm before clipping, 1 if applied]; a non-finite norm leaves weights and moments alone. The
        gradients are zeroed in every case.
        """
        with torch.no_grad():
            n: List[float] = numbers.tolist()
            decayed: List[float] = decay.tolist()
            norm = float(torch.stack(torch._foreach_norm(grads)).double().norm())
            fine = norm - norm == 0.0
            if fine:
                factor = 1.0
                if n[6] > 0.0:
                    factor = min(1.0, n[6] / (norm + 1e-6))
                if w[0].dtype == torch.bfloat16:
                    for i in range(len(w)):
                        wide_step(w[i], grads[i], m[i], v[i], rest[i], decayed[i] > 0.0, factor, n)
                else:
                    if n[5] > 0.0:
                        for i in range(len(w)):
                            if decayed[i] > 0.0:
                                w[i].mul_(1.0 - n[1] * n[5])
                    none: List[Tensor] = []
                    steps = [torch.full([1], n[0], device=p.device) for p in w]
                    # Lists made here would be taken for unused and the update left out: it gets those of the caller.
                    torch._fused_adamw_(w, grads, m, v, none, steps, lr=n[1], beta1=n[2], beta2=n[3], weight_decay=0.0,
                                        eps=n[4], amsgrad=False, maximize=False,
                                        grad_scale=torch.full([1], 1.0 / factor, device=w[0].device),
                                        found_inf=None)
            torch._foreach_zero_(grads)
            return torch.tensor([norm, 1.0 if fine else 0.0], dtype=torch.float64)


def drop_source_positions(archive: pathlib.Path) -> None:
    """The positions would carry the path of the machine that built the archive; stack traces do without them."""
    with zipfile.ZipFile(archive) as full:
        kept = [(entry.filename, full.read(entry)) for entry in full.infolist()
                if not entry.filename.endswith(".debug_pkl")]
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as bare:
        for name, content in kept:
            bare.writestr(zipfile.ZipInfo(name), content)


def main() -> None:
    here = pathlib.Path(__file__).resolve()
    folder = here.parents[1] / "resources" / "raftlab" / "tensor"
    folder.mkdir(parents=True, exist_ok=True)
    torch.jit.script(Kernels()).save(str(folder / "kernels.pt"))
    drop_source_positions(folder / "kernels.pt")
    digest = hashlib.sha256(here.read_bytes()).hexdigest()
    (folder / "kernels.sha256").write_text(digest + "\n")


if __name__ == "__main__":
    main()
