/** The contracts of the stages, so that no stage needs to know the pipeline. */
package org.amalgam.domain.stage;
