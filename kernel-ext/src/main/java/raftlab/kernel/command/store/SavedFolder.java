package raftlab.kernel.command.store;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;
import raftlab.core.UserError;
import raftlab.files.FileFailure;
import raftlab.files.Hashes;
import raftlab.files.JsonFile;
import raftlab.kernel.command.Kind;
import raftlab.kernel.command.Kinds;

/**
 * A named result in a folder of its own: {@code KIND/...} by the kind's codec for each kind that
 * has the name, and {@code saved.json} with the name, the kinds and the SHA-256 of everything else,
 * by which a damaged copy is known.
 */
record SavedFolder(Path folder) {

  private static final String RECORD = "saved.json";

  /** Writes the record of what lies in a folder that is being filled; returns the hash. */
  String describe(String name, List<Kind<?>> kinds) {
    JsonArray words = new JsonArray();
    kinds.forEach(kind -> words.add(kind.word()));
    String hash = hash();
    JsonObject record = new JsonObject();
    record.addProperty("name", name);
    record.add("kinds", words);
    record.addProperty("sha256", hash);
    JsonFile.write(folder.resolve(RECORD), record);
    return hash;
  }

  Path of(Kind<?> kind) {
    return folder.resolve(kind.word());
  }

  /** Returns the record after checking everything against its hash. */
  JsonObject open() {
    if (!Files.isRegularFile(folder.resolve(RECORD))) {
      throw new UserError(
          folder + " holds nothing that was saved",
          "it has no " + RECORD,
          "Give the folder that `save NAME` named");
    }
    JsonObject record = JsonFile.readObject(folder.resolve(RECORD));
    for (String field : List.of("name", "kinds", "sha256")) {
      if (!record.has(field)) {
        throw new UserError(folder.resolve(RECORD) + " has no field \"" + field + "\"");
      }
    }
    if (!record.get("sha256").getAsString().equals(hash())) {
      throw new UserError(
          folder + " is not what was saved there",
          "its files have another SHA-256 than its " + RECORD + " says",
          "Copy it again");
    }
    return record;
  }

  static List<Kind<?>> kinds(JsonObject record) {
    List<String> words =
        record.getAsJsonArray("kinds").asList().stream().map(each -> each.getAsString()).toList();
    return Kinds.all().stream().filter(kind -> words.contains(kind.word())).toList();
  }

  private String hash() {
    MessageDigest digest = Hashes.digest();
    for (Path file : files()) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      digest.update((Hashes.sha256(file) + "  " + name + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return Hashes.hex(digest);
  }

  private List<Path> files() {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.equals(folder.resolve(RECORD)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UserError(folder + " cannot be read", FileFailure.reason(e), "");
    }
  }
}
