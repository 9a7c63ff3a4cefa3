package raftlab.tokenize;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import raftlab.core.Checks;
import raftlab.files.AtomicFile;

/**
 * Trains a small byte-level BPE vocabulary (Sennrich et al. 2016, arXiv 1508.07909) and writes it
 * as Hugging Face's tokenizer.json. Each digit is a token of its own, a word keeps its leading
 * blank, an operator keeps the blanks on both sides. Of pairs that are equally frequent the
 * alphabetically first is merged, so that the same texts give the same vocabulary.
 */
public final class BpeTrainer {

  /** Ends every completion. */
  public static final String END = "<|endoftext|>";

  /** Fills rows; never produced. */
  public static final String PAD = "<|pad|>";

  private static final String PIECES = "\\p{N}| ?\\p{L}+| ?[^\\s\\p{L}\\p{N}]+ ?|\\s";
  private static final String[] ALPHABET = alphabet();

  private BpeTrainer() {}

  /**
   * Learns merges until the vocabulary, special tokens included, has the wanted size, and writes
   * the folder's tokenizer.
   */
  public static void train(Iterable<String> texts, int vocabulary, Path folder) {
    Checks.that(vocabulary >= 258, () -> "a byte vocabulary needs 258 tokens: " + vocabulary);
    Map<String, Integer> counts = pieces(texts);
    List<List<String>> words = new ArrayList<>();
    List<Integer> weights = new ArrayList<>();
    counts.forEach(
        (piece, count) -> {
          words.add(new ArrayList<>(symbols(piece)));
          weights.add(count);
        });
    Map<String, Integer> ids = new LinkedHashMap<>();
    ids.put(END, 0);
    ids.put(PAD, 1);
    Arrays.stream(ALPHABET).sorted().forEach(each -> ids.put(each, ids.size()));
    List<String[]> merges = new ArrayList<>();
    while (ids.size() < vocabulary) {
      String[] pair = mostFrequent(words, weights);
      if (pair.length == 0) {
        break;
      }
      merges.add(pair);
      ids.putIfAbsent(pair[0] + pair[1], ids.size());
      words.forEach(word -> merge(word, pair));
    }
    write(folder, ids, merges);
  }

  private static Map<String, Integer> pieces(Iterable<String> texts) {
    Pattern pattern = Pattern.compile(PIECES);
    Map<String, Integer> counts = new TreeMap<>();
    for (String text : texts) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        counts.merge(matcher.group(), 1, Integer::sum);
      }
    }
    return counts;
  }

  private static List<String> symbols(String piece) {
    List<String> symbols = new ArrayList<>();
    for (byte b : piece.getBytes(StandardCharsets.UTF_8)) {
      symbols.add(ALPHABET[b & 0xFF]);
    }
    return symbols;
  }

  private static String[] mostFrequent(List<List<String>> words, List<Integer> weights) {
    Map<List<String>, Integer> pairs = new LinkedHashMap<>();
    for (int w = 0; w < words.size(); w++) {
      List<String> word = words.get(w);
      for (int i = 0; i + 1 < word.size(); i++) {
        pairs.merge(List.of(word.get(i), word.get(i + 1)), weights.get(w), Integer::sum);
      }
    }
    List<String> best = List.of();
    int most = 1;
    for (Map.Entry<List<String>, Integer> each : pairs.entrySet()) {
      boolean first = each.getValue() == most && !best.isEmpty() && before(each.getKey(), best);
      if (each.getValue() > most || first) {
        best = each.getKey();
        most = each.getValue();
      }
    }
    return best.toArray(String[]::new);
  }

  private static boolean before(List<String> a, List<String> b) {
    int first = a.get(0).compareTo(b.get(0));
    return first < 0 || (first == 0 && a.get(1).compareTo(b.get(1)) < 0);
  }

  private static void merge(List<String> word, String[] pair) {
    for (int i = 0; i + 1 < word.size(); i++) {
      if (word.get(i).equals(pair[0]) && word.get(i + 1).equals(pair[1])) {
        word.set(i, pair[0] + pair[1]);
        word.remove(i + 1);
      }
    }
  }

  private static void write(Path folder, Map<String, Integer> ids, List<String[]> merges) {
    Gson gson = new GsonBuilder().disableHtmlEscaping().create();
    JsonObject root = new JsonObject();
    root.addProperty("version", "1.0");
    JsonArray added = new JsonArray();
    for (String token : List.of(END, PAD)) {
      JsonObject each = new JsonObject();
      each.addProperty("id", ids.get(token));
      each.addProperty("content", token);
      each.addProperty("single_word", false);
      each.addProperty("lstrip", false);
      each.addProperty("rstrip", false);
      each.addProperty("normalized", false);
      each.addProperty("special", true);
      added.add(each);
    }
    root.add("added_tokens", added);
    root.add("pre_tokenizer", gson.fromJson(PRE_TOKENIZER, JsonObject.class));
    root.getAsJsonObject("pre_tokenizer")
        .getAsJsonArray("pretokenizers")
        .get(0)
        .getAsJsonObject()
        .getAsJsonObject("pattern")
        .addProperty("Regex", PIECES);
    root.add("decoder", gson.fromJson(BYTE_LEVEL, JsonObject.class));
    JsonObject model = new JsonObject();
    model.addProperty("type", "BPE");
    model.add("vocab", gson.toJsonTree(ids));
    model.add("merges", gson.toJsonTree(merges));
    root.add("model", model);
    AtomicFile.writeText(folder.resolve("tokenizer.json"), gson.toJson(root) + "\n");
    AtomicFile.writeText(
        folder.resolve("tokenizer_config.json"),
        "{\"tokenizer_class\": \"PreTrainedTokenizerFast\", \"eos_token\": \""
            + END
            + "\", \"pad_token\": \""
            + PAD
            + "\", \"clean_up_tokenization_spaces\": false}\n");
  }

  private static final String BYTE_LEVEL =
      "{\"type\":\"ByteLevel\",\"add_prefix_space\":false,\"trim_offsets\":true,\"use_regex\":false}";
  private static final String PRE_TOKENIZER =
      "{\"type\":\"Sequence\",\"pretokenizers\":[{\"type\":\"Split\",\"pattern\":{},"
          + "\"behavior\":\"Isolated\",\"invert\":false},"
          + BYTE_LEVEL
          + "]}";

  /** The printable stand-ins for the 256 bytes that byte-level vocabularies use (GPT-2's table). */
  private static String[] alphabet() {
    String[] letters = new String[256];
    int next = 256;
    for (int b = 0; b < 256; b++) {
      boolean printable = (b >= '!' && b <= '~') || (b >= 0xA1 && b <= 0xAC) || b >= 0xAE;
      letters[b] = Character.toString(printable ? b : next++);
    }
    return letters;
  }
}
