package raftlab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import raftlab.core.Prompt;
import raftlab.core.PromptSet;
import raftlab.core.UserError;

class BenchmarkLoaderTest {

  private static final DatasetCatalog CATALOG = DatasetCatalog.builtIn();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "math500, test.jsonl, 500",
    "aime24, test.jsonl, 30",
    "aime25, aime25.json, 30",
    "amc23, test.jsonl, 40",
    "minerva_math, test.jsonl, 272",
    "olympiadbench, test.jsonl, 675",
    "theoremqa, theoremqa_test.json, 800",
    "theoremqa, cft_test.jsonl, 800",
    "mmlu_pro, test.jsonl, 12032",
    "gsm8k, test.jsonl, 1319",
    "gsm8k, train.jsonl, 7473",
    "math_train, openr_math_train_7500.json, 7498",
    "math_train, deepscaler_math_train_7474.json, 7470",
    "math_train, tora_math_test_5000.jsonl, 5000",
  })
  void loadsEveryRowWithAnAnswer(String id, String file, int prompts) {
    PromptSet set = load(id, file);
    assertEquals(prompts, set.size());
    assertTrue(set.prompts().stream().noneMatch(prompt -> prompt.answer().isBlank()));
  }

  @Test
  void readsAnswersWhereEachBenchmarkKeepsThem() {
    assertEquals("70", first("aime25", "aime25.json").answer());
    assertEquals("27.0", first("amc23", "test.jsonl").answer());
    assertEquals("1.6", first("minerva_math", "test.jsonl").answer());
    assertEquals("18", first("gsm8k", "test.jsonl").answer());
    assertEquals("2", first("math500", "test.jsonl").column("level"));
    assertEquals("3", first("math_train", "tora_math_test_5000.jsonl").column("level"));
    assertEquals("[0,5]", answers("theoremqa", "theoremqa_test.json", "list of integer"));
  }

  @Test
  void takesTheLetterOverTheIndexInMmluPro() {
    Prompt prompt =
        load("mmlu_pro", "test.jsonl").prompts().stream()
            .filter(one -> one.id().equals("3983"))
            .findFirst()
            .orElseThrow();
    assertEquals("C", prompt.answer());
    assertTrue(prompt.column("choices").startsWith("A. "));
  }

  @Test
  void countsLevelsOfMath500() {
    Map<String, Long> levels =
        load("math500", "test.jsonl").prompts().stream()
            .collect(Collectors.groupingBy(p -> p.column("level"), Collectors.counting()));
    assertEquals(Map.of("1", 43L, "2", 90L, "3", 105L, "4", 128L, "5", 134L), levels);
  }

  @Test
  void shufflesOptionsOfTheUsersCopyBySeed() throws IOException {
    DatasetDescriptor gpqa = CATALOG.get("gpqa_diamond");
    Path csv = folder.resolve("mine.csv");
    StringBuilder text =
        new StringBuilder(
            "\uFEFFRecord ID,Question,Correct Answer,Incorrect Answer 1,Incorrect Answer 2,"
                + "Incorrect Answer 3,High-level domain\r\n");
    for (int i = 0; i < 198; i++) {
      text.append("r" + i + ",\"Own \"\"question\"\", nr " + i + "\nline 2\",right,w1,w2,w3,X\r\n");
    }
    Files.writeString(csv, text);
    PromptTemplate template = PromptTemplates.named("gpqa");
    PromptSet set = BenchmarkLoader.load(gpqa, csv, template, 42);
    Set<String> letters = new TreeSet<>();
    for (Prompt prompt : set.prompts()) {
      letters.add(prompt.answer());
      assertTrue(prompt.text().contains(prompt.answer() + ". right"), prompt.text());
      assertFalse(prompt.columns().containsValue("right"), "the answer's text leaks");
    }
    assertEquals(Set.of("A", "B", "C", "D"), letters);
    assertEquals(template.id(), set.template());
    assertEquals(set, BenchmarkLoader.load(gpqa, csv, template, 42));
    assertNotEquals(set.sha256(), BenchmarkLoader.load(gpqa, csv, template, 43).sha256());
    assertTrue(set.prompts().get(3).column("problem").startsWith("Own \"question\", nr 3\nline"));
  }

  @Test
  void refusesAFileWithAnotherNumberOfRows() throws IOException {
    Path file =
        Files.writeString(folder.resolve("short.jsonl"), "{\"problem\":\"p\",\"answer\":\"1\"}\n");
    UserError error =
        assertThrows(
            UserError.class,
            () ->
                BenchmarkLoader.load(
                    CATALOG.get("math500"), file, PromptTemplates.named("plain"), 0));
    assertTrue(error.what().endsWith("has 1 rows, math500 has 500"), error.what());
  }

  @Test
  void namesTheLineOfAnUnclosedQuote() throws IOException {
    Path csv = Files.writeString(folder.resolve("bad.csv"), "a,b\n1,2\n3,\"open\n");
    UserError error = assertThrows(UserError.class, () -> CsvRows.readAll(csv));
    assertTrue(error.what().startsWith("line 3 of"), error.what());
  }

  private static String answers(String id, String file, String type) {
    return load(id, file).prompts().stream()
        .filter(prompt -> prompt.column("answer_type").equals(type))
        .findFirst()
        .orElseThrow()
        .answer();
  }

  private static Prompt first(String id, String file) {
    return load(id, file).prompts().get(0);
  }

  private static PromptSet load(String id, String file) {
    DatasetDescriptor descriptor = CATALOG.get(id);
    return BenchmarkLoader.load(
        descriptor,
        descriptor.file(file),
        SharedFiles.data(id + "/" + file),
        PromptTemplates.named("plain"),
        0);
  }
}
