/**
 * The workbench's window. Each screen has a folder with its view, view-model, FXML and CSS; screens
 * reach the rest of Amalgam only through {@link org.amalgam.pipeline.Workbench}.
 */
package org.amalgam.ui;
