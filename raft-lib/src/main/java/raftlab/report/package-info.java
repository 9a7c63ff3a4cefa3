/**
 * Results as Tablesaw tables, and tables as text, HTML, Markdown, CSV and LaTeX: the last stage,
 * between records and readers. The only package that knows Tablesaw.
 */
package raftlab.report;
