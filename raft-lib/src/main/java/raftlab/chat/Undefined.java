package raftlab.chat;

/**
 * A name that stands for nothing: it prints as nothing and is false; to look into it is an error.
 */
record Undefined(String name) {

  static Undefined named(String name) {
    return new Undefined(name);
  }
}
