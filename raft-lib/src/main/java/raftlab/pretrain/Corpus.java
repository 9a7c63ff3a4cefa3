package raftlab.pretrain;

import java.util.List;
import raftlab.data.dialogue.Dialogue;
import raftlab.data.dialogue.Exchange;
import raftlab.data.minimath.BaseCorpus;
import raftlab.data.minimath.Example;

/** The endless text that a base model reads: a pure function of the index. */
@FunctionalInterface
interface Corpus {

  /** The generated worlds there are. */
  List<String> WORLDS = List.of("minimath", "dialogue");

  /** A prompt and what follows it, without the end token. */
  record Text(String prompt, String completion) {
    String whole() {
      return prompt + completion;
    }
  }

  Text text(long index);

  /** Returns the corpus of a recipe. */
  static Corpus of(BaseRecipe recipe, long seed) {
    return switch (recipe.world()) {
      case "minimath" -> {
        BaseCorpus corpus = new BaseCorpus(recipe.mix(), seed);
        yield index -> {
          Example example = corpus.example(index);
          return new Text(example.prompt().text(), example.completion());
        };
      }
      case "dialogue" ->
          index -> {
            Exchange exchange = Dialogue.exchange(seed, index);
            return new Text(exchange.prompt().text(), exchange.reply());
          };
      default -> FileCorpus.of(recipe);
    };
  }
}
