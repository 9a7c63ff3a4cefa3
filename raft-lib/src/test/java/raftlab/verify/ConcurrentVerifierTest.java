package raftlab.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One verifier serves any number of threads; verdicts do not depend on them or on the order. */
class ConcurrentVerifierTest {

  private static final Verifier VERIFIER = Verifier.of(Profile.DEFAULT);

  @ParameterizedTest
  @ValueSource(ints = {2, 8})
  void givesTheSameVerdictsOnManyThreads(int threads) throws Exception {
    List<String[]> cases = FuzzCorpus.cases();
    List<Verdict> alone = cases.stream().map(ConcurrentVerifierTest::verdict).toList();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Integer>> all = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        int seed = t;
        all.add(pool.submit(() -> differing(cases, alone, new Random(seed))));
      }
      for (Future<Integer> one : all) {
        assertEquals(0, one.get());
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static int differing(List<String[]> cases, List<Verdict> alone, Random random) {
    List<Integer> order = new ArrayList<>();
    for (int round = 0; round < 20; round++) {
      for (int i = 0; i < cases.size(); i++) {
        order.add(i);
      }
    }
    Collections.shuffle(order, random);
    return (int) order.stream().filter(i -> !verdict(cases.get(i)).equals(alone.get(i))).count();
  }

  private static Verdict verdict(String[] pair) {
    return VERIFIER.verifyAnswer(pair[1], pair[0]);
  }

  /**
   * Static state is final; collections in it are filled when a class is loaded and then only read.
   */
  @Test
  void noClassHasStaticStateThatChanges()
      throws IOException, URISyntaxException, ReflectiveOperationException {
    List<String> found = new ArrayList<>();
    for (String name : classNames()) {
      for (Field field : Class.forName(name).getDeclaredFields()) {
        int modifiers = field.getModifiers();
        if (Modifier.isStatic(modifiers) && !Modifier.isFinal(modifiers)) {
          found.add(field.toString());
        }
      }
    }
    assertEquals(List.of(), found);
  }

  private static List<String> classNames() throws IOException, URISyntaxException {
    Path classes =
        Path.of(Verifier.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.list(classes.resolve("raftlab/verify"))) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".class"))
              .map(name -> "raftlab.verify." + name.substring(0, name.length() - 6))
              .toList();
      assertTrue(names.size() > 40, () -> names.size() + " classes");
      return names;
    }
  }
}
