package raftlab.kernel.command.store;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import raftlab.kernel.command.CommandCatalog;
import raftlab.kernel.command.Kind;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.notebook.FrontEnd;

/**
 * The codecs by kind. A codec's class, and with it the file format or the tensor engine, is loaded
 * when a value of its kind is first written or read. Filled before use, then only read.
 */
public final class Codecs {

  private final Map<String, Supplier<? extends Codec<?>>> suppliers = new HashMap<>();

  /** The codecs of every kind but rewards, whose recipes only a workspace can follow. */
  public static Codecs standard() {
    Codecs codecs = new Codecs();
    codecs.register(Kinds.PROMPTS, PromptSetCodec::new);
    codecs.register(Kinds.POLICY, PolicyCodec::new);
    codecs.register(Kinds.ROLLOUTS, RolloutSetCodec::new);
    codecs.register(Kinds.SCORED, ScoredSetCodec::new);
    codecs.register(Kinds.SELECTION, SelectionCodec::new);
    codecs.register(Kinds.GRADED, GradeReportCodec::new);
    return codecs;
  }

  /** The codecs of every kind, rewards made again by the commands of a front end. */
  public static Codecs standard(FrontEnd frontEnd, CommandCatalog catalog) {
    Codecs codecs = standard();
    codecs.register(Kinds.REWARD, () -> new RewardCodec(new Remake(frontEnd, catalog)));
    return codecs;
  }

  /** Sets the codec of a kind; a later one replaces it. */
  public <T> void register(Kind<T> kind, Supplier<? extends Codec<T>> codec) {
    suppliers.put(kind.word(), codec);
  }

  /**
   * Returns a kind's codec.
   *
   * @throws IllegalStateException if the kind has none
   */
  @SuppressWarnings("unchecked") // registered under a kind of the same type
  public <T> Codec<T> of(Kind<T> kind) {
    Supplier<? extends Codec<?>> supplier = suppliers.get(kind.word());
    if (supplier == null) {
      throw new IllegalStateException("no codec for " + kind.word());
    }
    return (Codec<T>) supplier.get();
  }
}
