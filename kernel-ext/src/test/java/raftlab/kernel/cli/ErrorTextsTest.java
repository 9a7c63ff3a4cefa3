package raftlab.kernel.cli;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import raftlab.model.EmbeddedModel;

/**
 * The errors of the command grammar, word by word, with their exit codes: each a line on a shell
 * and what it answers. {@code DIR} is a folder with broken files.
 */
class ErrorTextsTest {

  @TempDir private Path folder;
  private Path files;

  @BeforeEach
  void writeBrokenFiles() throws IOException {
    files = Files.createDirectory(folder.resolve("files"));
    StringBuilder rows = new StringBuilder();
    for (int i = 1; i <= 16; i++) {
      rows.append("{\"question\":\"1+").append(i).append("\",\"solution\":\"s\",");
      rows.append("\"answer\":\"").append(1 + i).append("\"}\n");
    }
    rows.append("{\"question\":\"q\",\"solution\":\"s\"}\n");
    Files.writeString(files.resolve("train.jsonl"), rows);
    Files.writeString(
        files.resolve("broken.jsonl"), "{\"question\":\"q\",\"answer\":\"1\"}\n{\"qu\n");
    StringBuilder allWrong = new StringBuilder();
    for (int i = 0; i < 64; i++) {
      allWrong.append(wrong(i));
    }
    Files.writeString(files.resolve("wrong.jsonl"), allWrong);
    Path model = Files.createDirectory(files.resolve("wrong-model"));
    Files.writeString(model.resolve("readme.txt"), "no model");
    cutModel(Files.createDirectory(files.resolve("cut-model")));
    shardedModel(Files.createDirectory(files.resolve("shards")));
  }

  /** A shard of 3200 bytes whose header tells of 5100 more. */
  private static void shardedModel(Path place) throws IOException {
    try (var all = Files.list(EmbeddedModel.folder())) {
      for (Path file : all.filter(each -> !each.toString().endsWith(".safetensors")).toList()) {
        Files.copy(file, place.resolve(file.getFileName().toString()));
      }
    }
    Files.writeString(
        place.resolve("model.safetensors.index.json"),
        "{\"weight_map\":{\"model.norm.weight\":\"model-00001.safetensors\"}}");
    byte[] header =
        "{\"model.norm.weight\":{\"dtype\":\"U8\",\"shape\":[8200],\"data_offsets\":[0,8200]}}  "
            .getBytes(StandardCharsets.UTF_8);
    ByteBuffer shard = ByteBuffer.allocate(3200 + 92 - header.length).order(LITTLE_ENDIAN);
    Files.write(
        place.resolve("model-00001.safetensors"), shard.putLong(header.length).put(header).array());
  }

  /** The embedded model with the second half of its weights missing. */
  private static void cutModel(Path place) throws IOException {
    try (var all = Files.list(EmbeddedModel.folder())) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        boolean weights = file.toString().endsWith(".safetensors");
        Path copy = place.resolve(file.getFileName().toString());
        Files.write(copy, weights ? Arrays.copyOf(bytes, bytes.length / 2) : bytes);
      }
    }
  }

  private static String wrong(int id) {
    return "{\"idx\":\"%d\",\"question\":\"q\",\"level\":1,\"answer\":\"4\",\"code\":[\"5\",\"6\"],"
            .formatted(id)
        + "\"pred\":[\"5\",\"6\"],\"score\":[false,false],\"pred_score\":[[1],[2]]}\n";
  }

  private String err = "";
  private String out = "";

  private int run(String line) {
    ShellCalls shell = new ShellCalls(folder.resolve("workspace"));
    int code = shell.run(line.replace("DIR", files.toString()).split(" ")).code();
    err = shell.err.replace(files.toString(), "DIR");
    out = shell.out;
    return code;
  }

  /** The nine examples that the command grammar gives of its errors. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "2|sample --temprature 1|unknown option --temprature for `sample`.  Did you mean"
            + " --temperature?",
        "2|sampel|unknown command `sampel`.  Did you mean `sample`?  All commands: ./raft help.",
        "1|score real --reward exct|no reward named \"exct\".  Known: exact, boxed.  Define one:"
            + " ./raft reward NAME --rule exact.",
        "2|sample -k 0|-k 0 is not a number of completions.  Give 1 or more; group baselines (grpo,"
            + " rloo) need 2.",
        "2|select graded --keep 1.5|--keep 1.5 keeps more than there is.  Give a share such as 1/8,"
            + " or 0 < keep <= 1.",
        "3|select graded --rule threshold|all 64 groups are all-wrong, nothing to train on.  Try an"
            + " easier set (--from toy), more completions (-k 16), or a stronger start.",
        "2|eval --metrics pass@32|--metrics pass@32 needs at least 32 samples per problem, --n is 16."
            + "  Use --n 32 or pass@16.",
        "1|model m --from DIR/shards|shard DIR/shards/model-00001.safetensors: header points 5.1 kB"
            + " past the end of the file (3.2 kB).  The copy is incomplete.",
        "1|data d --from DIR/train.jsonl|line 17 of train.jsonl has no column \"answer\".  Columns:"
            + " question, solution.  Use --answer solution.",
      })
  void saysWhatTheGrammarSays(int code, String line, String text) throws IOException {
    assertToldOnly(code, line, text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "1|score real --reward other|no reward named \"other\".  Known: boxed, exact.  Define one:"
            + " ./raft reward NAME --rule exact.",
        "2|sample --kk 4|unknown option --kk for `sample`.  Did you mean -k?",
        "2|run r --rounds 4|unknown option --rounds for `run`.  Did you mean --iterations?",
        "1|compare real reel|no run, model, rollouts or scored set named \"reel\".  Known: ",
        "2|eval --set real --metrics pass@32|--metrics pass@32 needs at least 32 samples per problem,"
            + " the set has 2.  Use pass@2.",
        "1|model m --from DIR/cut-model|DIR/cut-model/model.safetensors: header points ",
        "1|data d --from DIR/none.jsonl|there is no file DIR/none.jsonl.  Check the path.",
        "1|data d --from DIR/broken.jsonl|line 2 of broken.jsonl is not a JSON object: ",
        "1|grade --in DIR/none.jsonl --out DIR/v.jsonl|there is no file DIR/none.jsonl.  Check the path.",
        "1|model m --from DIR/wrong-model|DIR/wrong-model",
        "1|status --out /proc/none/x.json|cannot write /proc/none/x.json.",
        "1|generate --in DIR/train.jsonl --out /proc/none/x.jsonl -k 1|/proc/none/x.jsonl cannot be"
            + " written.",
        "3|finetune nothing|nothing is empty, nothing to train on.  Select with another rule.",
        "2|sql|sql has no query",
        "2|plot wins --set real|wins are counted between two sets",
        "2|reward r --rule exct|--rule exct is not a rule.  Did you mean exact?",
        "2|select graded --ties frist|--ties frist is not ",
        "1|resume none|there is no run",
        "2|run --n 0|--n 0 is not a number of samples.  Give 1 or more.",
        "2|train-base b --preset large|there is no preset \"large\".  Known: tiny, small.",
        "2|train-base b --reproduce --preset small|--reproduce takes no --preset.",
        "2|train-base b --lr 0|--lr 0.0 is not a learning rate.",
        "2|train-base b --reproduce --lr 1e-3|--reproduce takes no --lr.",
        "1|train-base b --corpus DIR/train.jsonl|line 1 of train.jsonl has nothing to learn.",
        "2|train-base b --corpus nothing|--corpus nothing is neither a generated world nor a file.",
        "2|reward r --rule exact --kl-beta -1|--kl-beta -1.0 is not a coefficient.",
        "2|reward r --rule exact --kl-reference DIR|--kl-reference needs --kl-beta.",
        "1|reward r --rule exact --kl-beta 1 --kl-reference DIR/none|DIR/none",
        "2|finetune graded --accumulate 4|--accumulate needs --data FILE.",
        "2|run --weight-decay -1|--weight-decay -1.0 is not a decay.",
        "2|run --max-grad-norm -1|--max-grad-norm -1.0 is negative.",
        "1|data fetch nothing|All: ./raft data list.",
      })
  void saysWhatIsWrongInOneSentence(int code, String line, String text) throws IOException {
    assertToldOnly(code, line, text);
  }

  /** The line ends with this code, says this, and leaves no file but what the last error is. */
  private void assertToldOnly(int code, String line, String text) throws IOException {
    run("reward exact --rule exact -q");
    run("reward boxed --rule boxed -q");
    run("data import DIR/wrong.jsonl --as real -q");
    run("score real --reward column:grade --as graded -q");
    run("select graded --rule threshold --as nothing -q");
    List<String> before = files();
    assertEquals(code, run(line), () -> err + out);
    String told =
        err.lines()
            .filter(each -> each.startsWith("raft: "))
            .filter(each -> code == 3 || !each.startsWith("raft: note:"))
            .findFirst()
            .orElse("");
    assertTrue(told.contains(text), () -> text + "\n" + err);
    assertFalse(err.contains("\tat ") || err.contains("Exception"), err);
    List<String> after = files();
    after.removeIf(name -> name.endsWith("last-error.txt") || (code == 3 && name.contains("sele")));
    before.removeIf(
        name -> name.endsWith("last-error.txt") || (code == 3 && name.contains("sele")));
    assertEquals(before, after);
  }

  private List<String> files() throws IOException {
    try (var all = Files.walk(folder)) {
      return new ArrayList<>(
          all.filter(Files::isRegularFile).map(Path::toString).sorted().toList());
    }
  }
}
