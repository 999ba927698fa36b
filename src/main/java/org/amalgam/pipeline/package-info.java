/**
 * The only place that knows the order of the stages. {@link org.amalgam.pipeline.Workbench} is the
 * one entry for the command line, the window and tests.
 */
package org.amalgam.pipeline;
