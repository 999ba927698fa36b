/**
 * What a run found, as files to keep and to show: summary.json for programs, report.html and PNG
 * charts for people.
 */
package org.amalgam.report;
