/**
 * Numbers that others published, as data with their source and mark, and whether a measured number
 * may be set against one of them. Comes after evaluation; the tables show both sides.
 *
 * <pre>
 * PublishedTables -> PublishedTable -> PublishedRow + MeasuredSetting -> Comparability
 * </pre>
 *
 * Imports core and data.
 */
package raftlab.report.published;
