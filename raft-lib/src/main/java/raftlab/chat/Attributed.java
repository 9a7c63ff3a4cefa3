package raftlab.chat;

/** A value that has attributes and nothing else. */
interface Attributed {

  /** Returns an attribute, or an undefined value. */
  Object attribute(String name);
}
