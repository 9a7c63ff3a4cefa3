package raftlab.chat;

/** Something that writes. */
@FunctionalInterface
interface Statement {

  void render(Scope scope, Output out);
}
