package raftlab.kernel.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.CommandSpec;
import raftlab.core.UserError;

class PresetsTest {

  static List<String> names() {
    return Presets.NAMES;
  }

  @ParameterizedTest
  @MethodSource("names")
  void setsOnlyOptionsThatCommandsHave(String preset) {
    for (String key : Presets.load(preset).keySet()) {
      int dot = key.indexOf('.');
      String option = key.substring(dot + 1);
      List<CommandEntry> entries =
          dot < 0
              ? CommandCatalog.standard().entries()
              : List.of(CommandCatalog.standard().find(key.substring(0, dot), "%raft"));
      assertTrue(entries.stream().anyMatch(each -> has(each, option)), preset + ": " + key);
    }
  }

  private static boolean has(CommandEntry entry, String option) {
    CommandSpec spec =
        ParsedLine.commandLine(entry, entry.create(), new CommonOptions()).getCommandSpec();
    return spec.findOption("--" + option) != null || spec.findOption("-" + option) != null;
  }

  @ParameterizedTest
  @CsvSource({
    "minimal-rl-raft, algorithm, raft, lr, 1.0E-6",
    "minimal-rl-raftpp, algorithm, raft++, denominator, all",
    "minimal-rl-reinforce-rej, algorithm, reinforce-rej, entropy, 0.001",
    "grpo, algorithm, grpo, num-generations, 8",
    "dr-grpo, algorithm, dr-grpo, normalizer, constant",
    "rloo, algorithm, rloo, kl, 0.05",
    "iterative-dpo, algorithm, dpo, label-smoothing, 0.1",
    "paper-2023, algorithm, raft, temperature, 0.85"
  })
  void isNamedByTheLineOfARun(
      String preset, String first, String firstValue, String second, String secondValue) {
    List<Setting> resolved = resolved(List.of("--preset", preset));
    assertEquals(firstValue, value(resolved, first));
    assertEquals(secondValue, value(resolved, second));
    assertEquals("7", value(resolved(List.of("--preset=" + preset, "-k", "7")), "num-generations"));
  }

  @Test
  void saysWhichPresetsThereAre() {
    UserError error = assertThrows(UserError.class, () -> resolved(List.of("--preset", "grppo")));
    assertTrue(error.getMessage().contains("grpo"), error.getMessage());
  }

  /** A preset says how a policy is tuned; what is trained otherwise keeps its own defaults. */
  @ParameterizedTest
  @MethodSource("names")
  void changesNeitherTheSizeOfModelsNorOtherTrainings(String preset) {
    Workspace workspace = new QuietFrontEnd().workspace(CommandCatalog.standard());
    workspace.settings().set("preset", preset);
    assertEquals("tiny", value(resolved("model", List.of(), workspace), "preset"));
    assertEquals("tiny", value(resolved("train-base", List.of(), workspace), "preset"));
    assertEquals("", value(resolved("train-base", List.of(), workspace), "lr"));
    assertEquals("0", value(resolved("sample", List.of(), workspace), "batch"));
    List<Setting> reward = resolved("train-reward", List.of("--pairs", "p.jsonl"), workspace);
    assertEquals("32", value(reward, "batch"));
    assertEquals("3.0E-4", value(reward, "lr"));
  }

  private static List<Setting> resolved(List<String> arguments) {
    return resolved("run", arguments, new QuietFrontEnd().workspace(CommandCatalog.standard()));
  }

  private static List<Setting> resolved(
      String command, List<String> arguments, Workspace workspace) {
    CommandEntry entry = CommandCatalog.standard().find(command, "%raft");
    return ParsedLine.of(entry, arguments, workspace).resolved();
  }

  private static String value(List<Setting> settings, String key) {
    return settings.stream()
        .filter(each -> each.key().equals(key))
        .map(Setting::value)
        .collect(Collectors.joining());
  }
}
