/** What members share that learn from every event at once: their life and their files. */
package org.amalgam.model.online;
