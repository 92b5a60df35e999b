// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

/**
 * The content of a file.
 *
 * @param content   text with {@code \n} at the end of each line
 * @param userOwned true: belongs to the firmware team; written only where it does not exist yet
 */
public record GeneratedFile(String content, boolean userOwned) {
}
