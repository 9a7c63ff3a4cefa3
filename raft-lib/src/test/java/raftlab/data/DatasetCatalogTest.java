package raftlab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import raftlab.core.UserError;
import raftlab.verify.Outcome;
import raftlab.verify.Profile;
import raftlab.verify.Verdict;
import raftlab.verify.Verifier;

class DatasetCatalogTest {

  static Stream<DatasetDescriptor> all() {
    return DatasetCatalog.builtIn().all().stream();
  }

  @Test
  void indexNamesEveryDescriptorOfTheFolder() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("..", "datasets"))) {
      List<String> ids =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".json") && !name.equals("index.json"))
              .map(name -> name.substring(0, name.length() - ".json".length()))
              .sorted()
              .toList();
      assertEquals(ids, all().map(DatasetDescriptor::id).sorted().toList());
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void pinsAddressAndChecksumOfEveryFetchedFile(DatasetDescriptor descriptor) {
    for (DatasetFile file : descriptor.files()) {
      if (!file.url().isEmpty()) {
        assertTrue(file.url().matches("https://[^ ]+/[0-9a-f]{40}/[^ ]+"), file.url());
        assertTrue(file.sha256().matches("[0-9a-f]{64}"), file.path());
        assertTrue(file.bytes() > 0, file.path());
      }
    }
  }

  /** A profile that knows fewer letters than the questions counts right answers wrong. */
  @ParameterizedTest
  @MethodSource("all")
  void itsProfileKnowsEveryLetterOfItsAnswers(DatasetDescriptor descriptor) {
    Profile profile = Profile.named(descriptor.graderProfile());
    Matcher letters = Pattern.compile("letter A-([A-Z])").matcher(descriptor.answerType());
    if (letters.lookingAt()) {
      for (char letter = 'A'; letter <= letters.group(1).charAt(0); letter++) {
        String gold = String.valueOf(letter);
        Verdict verdict = Verifier.of(profile).verify("The answer is (" + gold + ").", gold);
        assertEquals(Outcome.EQUAL, verdict.outcome(), descriptor.id() + ": " + verdict);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void namesOnlyTemplatesThatExist(DatasetDescriptor descriptor) {
    TreeSet<String> unknown = new TreeSet<>(descriptor.templates());
    descriptor.protocols().forEach(protocol -> unknown.add(protocol.template()));
    unknown.removeAll(PromptTemplates.names());
    unknown.remove("unknown");
    assertEquals(new TreeSet<>(), unknown);
  }

  @ParameterizedTest
  @MethodSource("all")
  void describesTheFilesAsTheyAre(DatasetDescriptor descriptor) {
    for (DatasetFile file : descriptor.files()) {
      if (file.url().isEmpty()) {
        continue;
      }
      String kind = descriptor.kind().equals("rollouts") ? "rollouts/" : "data/";
      Path local =
          kind.equals("data/") ? SharedFiles.data(file.path()) : SharedFiles.rollouts(file.path());
      Path home = local;
      for (int i = Path.of(file.path()).getNameCount() + 1; i > 0; i--) {
        home = home.getParent();
      }
      DatasetCache cache = new DatasetCache(home.resolve("none"), Optional.of(home));
      assertEquals(Optional.of(local), cache.find(file));
    }
  }

  @Test
  void suggestsTheDataSetThatWasMeant() {
    UserError error = assertThrows(UserError.class, () -> DatasetCatalog.builtIn().get("math50"));
    assertTrue(error.getMessage().contains("Did you mean math500?"), error.getMessage());
  }

  @Test
  void neverFetchesGpqa() {
    DatasetDescriptor gpqa = DatasetCatalog.builtIn().get("gpqa_diamond");
    DatasetFetch fetch =
        new DatasetFetch(
            new DatasetCache(Path.of("none"), Optional.empty()), FetchSettings.usual());
    UserError error =
        assertThrows(UserError.class, () -> fetch.fetch(gpqa, raftlab.core.RunContext.quiet()));
    assertTrue(error.getMessage().contains("user-copy"), error.getMessage());
  }

  @Test
  void fillsPlaceholdersAndLeavesOtherBracesAlone() {
    PromptTemplate template =
        new PromptTemplate("mine", "{{problem}} {problem} in \\boxed{} and {1}");
    assertEquals(
        "{problem} What is $x$? in \\boxed{} and {1}",
        template.render(Map.of("problem", "What is $x$?")));
  }

  @Test
  void suggestsTheColumnThatATemplateMeant() {
    PromptTemplate template = new PromptTemplate("mine", "{problm}");
    UserError error = assertThrows(UserError.class, () -> template.render(Map.of("problem", "p")));
    assertEquals(
        "template mine asks for the column \"problm\".  Columns: problem.  Did you mean problem?",
        error.getMessage());
  }
}
