package raftlab.data.minimath;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import raftlab.core.Checks;
import raftlab.core.Seeds;

/**
 * What a base model reads: MiniMath problems solved by authors of mixed care, who cannot be told
 * apart by the prompt. A model of it has the knowledge to solve most problems but spreads its
 * probability over careful and careless ways to answer, which is what reward-ranked fine-tuning can
 * put right. Endless, and a pure function of (mix, seed, index); thread-safe.
 */
public final class BaseCorpus {

  private final StyleMix mix;
  private final long seed;

  public BaseCorpus(StyleMix mix, long seed) {
    this.mix = Checks.notNull(mix, "style mix");
    this.seed = seed;
  }

  /** Returns the endless stream of examples from index 0. */
  public static Stream<Example> examples(StyleMix mix, long seed) {
    BaseCorpus corpus = new BaseCorpus(mix, seed);
    return LongStream.iterate(0, i -> i + 1).mapToObj(corpus::example);
  }

  /** Returns one example; its problem is never one of Mini-500 or Mini-AIME. */
  public Example example(long index) {
    Problem problem = TrainProblems.at(seed, index);
    Draw draw = new Draw(Seeds.derive(seed, Seeds.key("author"), index));
    AuthorStyle style = mix.at(draw.uniform());
    return new Example(
        Prompts.prompt("corpus-" + seed + "-" + index, problem),
        style,
        Author.write(style, problem, draw));
  }
}
