package raftlab.golden;

import com.google.gson.Gson;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What transformers made of a tiny checkpoint, see tests/fixtures/make_parity.py. */
record Golden(List<Example> examples, List<Greedy> greedy, Settings settings, List<Double> losses) {

  /** A sequence and the log-probabilities of its tokens after the prompt. */
  @SuppressWarnings("ArrayRecordComponent") // test data, read once
  record Example(int[] tokens, int prompt_length, float[] log_probs) {}

  /** A prompt and what follows it greedily. */
  @SuppressWarnings("ArrayRecordComponent") // test data, read once
  record Greedy(int[] prompt, int[] continuation) {}

  /** Settings of the twenty AdamW steps. */
  record Settings(
      double learning_rate,
      double weight_decay,
      double beta1,
      double beta2,
      double eps,
      double max_grad_norm) {}

  static Path folder(String family) {
    URL url = Golden.class.getResource(family);
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Golden read(Path folder) throws IOException {
    return new Gson().fromJson(Files.readString(folder.resolve("golden.json")), Golden.class);
  }
}
