package raftlab.chat;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a loop's body sees as {@code loop}.
 *
 * @param items what is run over
 * @param at the place of the present item, from 0
 * @param depth how often the loop has called itself, from 1
 * @param last what {@code changed} was last asked about, shared by all rounds
 * @param again runs the loop over other items
 */
record LoopState(
    List<Object> items, int at, int depth, AtomicReference<Object> last, Callable again)
    implements Attributed, Callable {

  @Override
  public Object call(Passed passed) {
    return again.call(passed);
  }

  @Override
  public Object attribute(String name) {
    int size = items.size();
    return switch (name) {
      case "index" -> at + 1L;
      case "index0" -> (long) at;
      case "revindex" -> (long) size - at;
      case "revindex0" -> (long) size - at - 1;
      case "first" -> at == 0;
      case "last" -> at == size - 1;
      case "length" -> (long) size;
      case "depth" -> (long) depth;
      case "depth0" -> depth - 1L;
      case "previtem" -> at > 0 ? items.get(at - 1) : Undefined.named(name);
      case "nextitem" -> at + 1 < size ? items.get(at + 1) : Undefined.named(name);
      case "cycle" -> (Callable) passed -> passed.plain().get(at % passed.plain().size());
      case "changed" -> (Callable) this::hasChanged;
      default -> Undefined.named(name);
    };
  }

  private Object hasChanged(Passed passed) {
    Object now = new Tuple(passed.plain());
    Object before = last.getAndSet(now);
    return before == null || !Comparison.same(before, now);
  }
}
