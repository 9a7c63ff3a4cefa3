package raftlab.tokenize;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;

/** The JSON documents of a byte-level BPE tokenizer in Hugging Face's layout. */
final class BpeJson {

  /** Larger than any context: the tokenizer itself cuts nothing. */
  private static final long NO_LIMIT = 1L << 40;

  private BpeJson() {}

  static JsonObject tokenizer(TrainedBpe bpe) {
    JsonObject root = new JsonObject();
    root.addProperty("version", "1.0");
    root.add("truncation", JsonNull.INSTANCE);
    root.add("padding", JsonNull.INSTANCE);
    root.add(
        "added_tokens",
        array(special(bpe.endId(), TrainedBpe.END), special(bpe.padId(), TrainedBpe.PAD)));
    root.add("normalizer", JsonNull.INSTANCE);
    root.add("pre_tokenizer", preTokenizer());
    root.add("post_processor", JsonNull.INSTANCE);
    root.add("decoder", byteLevel());
    root.add("model", model(bpe));
    return root;
  }

  static JsonObject config() {
    JsonObject root = new JsonObject();
    root.addProperty("tokenizer_class", "PreTrainedTokenizerFast");
    root.addProperty("eos_token", TrainedBpe.END);
    root.addProperty("pad_token", TrainedBpe.PAD);
    root.addProperty("clean_up_tokenization_spaces", false);
    root.addProperty("model_max_length", NO_LIMIT);
    return root;
  }

  private static JsonObject special(int id, String token) {
    JsonObject added = new JsonObject();
    added.addProperty("id", id);
    added.addProperty("content", token);
    for (String flag : List.of("single_word", "lstrip", "rstrip", "normalized")) {
      added.addProperty(flag, false);
    }
    added.addProperty("special", true);
    return added;
  }

  private static JsonObject preTokenizer() {
    JsonObject pattern = new JsonObject();
    pattern.addProperty("Regex", BpeTrainer.WORDS);
    JsonObject split = new JsonObject();
    split.addProperty("type", "Split");
    split.add("pattern", pattern);
    split.addProperty("behavior", "Isolated");
    split.addProperty("invert", false);
    JsonObject sequence = new JsonObject();
    sequence.addProperty("type", "Sequence");
    sequence.add("pretokenizers", array(split, byteLevel()));
    return sequence;
  }

  private static JsonObject byteLevel() {
    JsonObject step = new JsonObject();
    step.addProperty("type", "ByteLevel");
    step.addProperty("add_prefix_space", false);
    step.addProperty("trim_offsets", false);
    step.addProperty("use_regex", false);
    return step;
  }

  private static JsonObject model(TrainedBpe bpe) {
    JsonObject model = new JsonObject();
    model.addProperty("type", "BPE");
    for (String unused :
        List.of("dropout", "unk_token", "continuing_subword_prefix", "end_of_word_suffix")) {
      model.add(unused, JsonNull.INSTANCE);
    }
    for (String off : List.of("fuse_unk", "byte_fallback", "ignore_merges")) {
      model.addProperty(off, false);
    }
    JsonObject vocabulary = new JsonObject();
    for (int id = 0; id < bpe.endId(); id++) {
      vocabulary.addProperty(bpe.tokens().get(id), id);
    }
    model.add("vocab", vocabulary);
    JsonArray merges = new JsonArray();
    bpe.merges().forEach(merge -> merges.add(merge.left() + " " + merge.right()));
    model.add("merges", merges);
    return model;
  }

  private static JsonArray array(JsonElement... elements) {
    JsonArray array = new JsonArray();
    for (JsonElement element : elements) {
      array.add(element);
    }
    return array;
  }
}
