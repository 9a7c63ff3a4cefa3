package raftlab.kernel.command.basic;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.awt.GraphicsEnvironment;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import raftlab.files.UserHome;

/** Looks at what RAFT Lab stands on. Loads no tensor engine, so that it answers quickly. */
final class Findings {

  private static final long MIB = 1L << 20;
  private static final Path SPEC = Path.of("share", "jupyter", "kernels", "raft", "kernel.json");

  private Findings() {}

  static List<Finding> all() {
    return List.of(
        java(),
        compiler(),
        heap(),
        jar("PyTorch natives", "pytorch-native-c"),
        jar("tokenizers", "tokenizers-"),
        fonts(),
        program("Maven", "mvn", "only building needs it: install Maven 3.8 or later"),
        program("Python", "python3", "only notebooks need it: install Python 3.10 or later"),
        kernel(home()),
        dataHome(System.getenv("RAFT_DATA_HOME")));
  }

  private static Finding java() {
    int version = Runtime.version().feature();
    return Finding.of("Java", Runtime.version(), version >= 17, "install JDK 17 or newer");
  }

  private static Finding compiler() {
    boolean there = ModuleLayer.boot().findModule("jdk.jshell").isPresent();
    return Finding.of("compiler", there ? "jdk.jshell" : "none", there, "use a JDK, not a JRE");
  }

  private static Finding heap() {
    long most = Runtime.getRuntime().maxMemory() / MIB;
    return Finding.of("heap", most + " MiB at most", most >= 900, "give RAFT_JVM=-Xmx2g");
  }

  private static Finding jar(String what, String jar) {
    Optional<String> found =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> new File(entry).getName())
            .filter(name -> name.startsWith(jar))
            .findFirst();
    return Finding.of(
        what, found.orElse("not on the class path"), found.isPresent(), "run ./raft build");
  }

  private static Finding fonts() {
    String advice = "figures need fonts (Debian: apt install fontconfig fonts-dejavu-core)";
    try {
      int families =
          GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length;
      return Finding.of("fonts", families + " families", families > 0, advice);
    } catch (RuntimeException | LinkageError | InternalError e) {
      return Finding.of("fonts", "none can be loaded", false, advice);
    }
  }

  private static Finding program(String what, String name, String advice) {
    Optional<File> found =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .map(folder -> new File(folder, name))
            .filter(File::canExecute)
            .findFirst();
    return Finding.of(
        what, found.map(File::toString).orElse("not on the path"), found.isPresent(), advice);
  }

  private static Path home() {
    return Path.of(System.getProperty("raft.home", "")).toAbsolutePath().normalize();
  }

  /** Looks for the kernel in the private environment below a folder and in the user's own place. */
  static Finding kernel(Path home) {
    Path own = UserHome.path().resolve(".local").resolve(SPEC);
    Optional<Path> spec =
        Stream.of(home.resolve(Path.of("target", "venv")).resolve(SPEC), own)
            .filter(Files::isRegularFile)
            .findFirst();
    if (spec.isEmpty()) {
      return Finding.of("kernel", "not installed", false, "only notebooks need it: ./raft lab");
    }
    return Finding.of(
        "kernel", spec.get(), startable(spec.get()), "its Java is gone: run ./raft lab again");
  }

  private static boolean startable(Path spec) {
    try {
      JsonObject json = JsonParser.parseString(Files.readString(spec)).getAsJsonObject();
      return Files.isExecutable(Path.of(json.getAsJsonArray("argv").get(0).getAsString()));
    } catch (IOException | JsonParseException | IllegalStateException e) {
      return false;
    }
  }

  static Finding dataHome(String folder) {
    if (folder == null || folder.isBlank()) {
      return Finding.of("data home", "RAFT_DATA_HOME is not set; the cache is used", true, "");
    }
    return Finding.of(
        "data home",
        folder,
        Files.isDirectory(Path.of(folder)),
        "RAFT_DATA_HOME names no folder: correct or unset it");
  }
}
