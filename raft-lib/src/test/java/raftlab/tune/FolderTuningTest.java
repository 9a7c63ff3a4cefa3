package raftlab.tune;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import raftlab.core.RunContext;
import raftlab.core.Stopped;
import raftlab.core.UserError;
import raftlab.infer.FileResult;
import raftlab.model.DecoderPolicy;
import raftlab.model.LoraSettings;
import raftlab.model.Precision;
import raftlab.model.TinyPolicy;
import raftlab.train.TrainSettings;

class FolderTuningTest {

  @TempDir Path folder;
  private Path model;
  private Path data;

  @BeforeEach
  void writeModelAndData() throws IOException {
    model = folder.resolve("model");
    try (DecoderPolicy policy = TinyPolicy.in(folder.resolve("fresh"), 1)) {
      policy.save(model);
    }
    data = folder.resolve("data.jsonl");
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      String sum = "1" + " and 1".repeat(i % 4);
      rows.append("{\"prompt\": \"" + sum + " is\", \"completion\": \" " + (1 + i % 4) + "\"}\n");
    }
    Files.writeString(data, rows);
  }

  @ParameterizedTest
  @CsvSource({"0, FLOAT32", "2, FLOAT32", "0, BFLOAT16", "2, BFLOAT16"})
  void stoppedWorkGoesOnToTheSameBits(int rank, Precision precision) throws IOException {
    TuneRequest whole = request("whole", rank, precision, 1);
    FolderTuning.run(whole, RunContext.quiet());
    TuneRequest broken = request("broken", rank, precision, 1);
    int[] asked = {0};
    assertThrows(
        Stopped.class,
        () -> FolderTuning.run(broken, new RunContext(() -> ++asked[0] > 4, event -> {})));
    assertFalse(Files.exists(broken.out().resolve("training.json")));
    FileResult result = FolderTuning.run(broken, RunContext.quiet());
    assertEquals(4, result.numbers().get("resumed_after"));
    assertEquals(10, result.numbers().get("steps"));
    String weights = rank > 0 ? "adapter_model.safetensors" : "model.safetensors";
    assertArrayEquals(
        Files.readAllBytes(whole.out().resolve(weights)),
        Files.readAllBytes(broken.out().resolve(weights)));
    assertEquals(losses(whole.out()), losses(broken.out()));
    assertFalse(Files.exists(broken.out().resolve("state")));
  }

  @Test
  void killedWorkGoesOnFromTheLastSavedState() throws IOException {
    TuneRequest whole = request("whole", 0, Precision.FLOAT32, 3);
    FolderTuning.run(whole, RunContext.quiet());
    TuneRequest killed = request("killed", 0, Precision.FLOAT32, 3);
    RunContext context =
        RunContext.quiet()
            .andTell(
                event -> {
                  if (event instanceof raftlab.core.Event.TrainStep step && step.step() == 8) {
                    throw new IllegalStateException("killed");
                  }
                });
    assertThrows(IllegalStateException.class, () -> FolderTuning.run(killed, context));
    FileResult result = FolderTuning.run(killed, RunContext.quiet());
    assertEquals(6, result.numbers().get("resumed_after"));
    assertArrayEquals(
        Files.readAllBytes(whole.out().resolve("model.safetensors")),
        Files.readAllBytes(killed.out().resolve("model.safetensors")));
    assertEquals(losses(whole.out()), losses(killed.out()));
  }

  @Test
  void theSameCallAgainTrainsNothing() throws IOException {
    TuneRequest request = request("twice", 0, Precision.FLOAT32, 100);
    FileResult first = FolderTuning.run(request, RunContext.quiet());
    byte[] weights = Files.readAllBytes(request.out().resolve("model.safetensors"));
    FileResult second = FolderTuning.run(request, RunContext.quiet());
    assertEquals(first.headline(), second.headline());
    assertEquals(first.numbers().keySet(), second.numbers().keySet());
    assertArrayEquals(weights, Files.readAllBytes(request.out().resolve("model.safetensors")));
  }

  @Test
  void aFinishedModelIsNotOverwrittenByOtherData() throws IOException {
    TuneRequest request = request("done", 0, Precision.FLOAT32, 100);
    FolderTuning.run(request, RunContext.quiet());
    byte[] weights = Files.readAllBytes(request.out().resolve("model.safetensors"));
    Files.writeString(data, "{\"prompt\": \"2 is\", \"completion\": \" 2\"}\n");
    UserError error =
        assertThrows(UserError.class, () -> FolderTuning.run(request, RunContext.quiet()));
    assertEquals(request.out() + " holds the result of other data or settings", error.what());
    assertArrayEquals(weights, Files.readAllBytes(request.out().resolve("model.safetensors")));
  }

  @Test
  void theModelItselfIsNoPlaceForTheResult() throws IOException {
    byte[] weights = Files.readAllBytes(model.resolve("model.safetensors"));
    TuneRequest request = request("model", 0, Precision.FLOAT32, 100);
    assertEquals(model, request.out());
    UserError error =
        assertThrows(UserError.class, () -> FolderTuning.run(request, RunContext.quiet()));
    assertEquals(model + " holds a model already", error.what());
    assertArrayEquals(weights, Files.readAllBytes(model.resolve("model.safetensors")));
  }

  @Test
  void anAdapterFolderGivesTheSameProbabilitiesAsItsMergedModel() {
    TuneRequest plain = request("adapter", 2, Precision.FLOAT32, 100);
    FolderTuning.run(plain, RunContext.quiet());
    TuneRequest merged =
        new TuneRequest(
            model,
            Precision.FLOAT32,
            data,
            folder.resolve("merged"),
            plain.settings(),
            plain.lora(),
            true,
            plain.text(),
            100);
    FolderTuning.run(merged, RunContext.quiet());
    try (DecoderPolicy adapter = DecoderPolicy.load(plain.out());
        DecoderPolicy whole = DecoderPolicy.load(merged.out())) {
      assertTrue(adapter.adapter().isPresent());
      assertTrue(whole.adapter().isEmpty());
      assertEquals(adapter.weightsHash(), whole.weightsHash());
    }
  }

  @Test
  void anAdapterOfOtherArithmeticIsRefused() throws IOException {
    TuneRequest request = request("adapter", 2, Precision.FLOAT32, 100);
    FolderTuning.run(request, RunContext.quiet());
    Path config = request.out().resolve("adapter_config.json");
    Files.writeString(
        config, Files.readString(config).replace("\"use_dora\": false", "\"use_dora\": true"));
    UserError error = assertThrows(UserError.class, () -> DecoderPolicy.load(request.out()));
    assertTrue(error.what().contains("use_dora true"), error.getMessage());
  }

  private TuneRequest request(String out, int rank, Precision precision, int saveEvery) {
    return new TuneRequest(
        model,
        precision,
        data,
        folder.resolve(out),
        TrainSettings.of(1e-3, 5).withBatchSize(4).withEpochs(2),
        rank == 0 ? Optional.empty() : Optional.of(LoraSettings.of(rank)),
        false,
        TextSettings.DEFAULT,
        saveEvery);
  }

  /** The log without its times. */
  private static List<String> losses(Path out) throws IOException {
    return Files.readAllLines(out.resolve("metrics.jsonl")).stream()
        .map(line -> line.replaceAll("\"seconds\":[^}]*", ""))
        .toList();
  }
}
