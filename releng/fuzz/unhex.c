/* SPDX-License-Identifier: EPL-2.0 */
/* Makes a corpus: "unhex FILE FOLDER" writes a file into the folder for each line of hex. */
#include <stdio.h>

int main(int argc, char **argv)
{
    FILE *lines = (argc == 3) ? fopen(argv[1], "r") : NULL;
    FILE *out = NULL;
    char name[4096];
    unsigned number = 0U;
    unsigned octet;
    int next;

    if (lines == NULL) {
        (void)fprintf(stderr, "unhex FILE FOLDER\n");
        return 2;
    }
    while ((next = fgetc(lines)) != EOF) {
        (void)ungetc(next, lines);
        if (next == '\n') {
            (void)fgetc(lines);
            if (out != NULL) {
                (void)fclose(out);
                out = NULL;
            }
        } else {
            if (out == NULL) {
                (void)snprintf(name, sizeof name, "%s/seed-%u", argv[2], number);
                number++;
                out = fopen(name, "wb");
            }
            if ((out == NULL) || (fscanf(lines, "%2x", &octet) != 1)) {
                return 1;
            }
            (void)fputc((int)octet, out);
        }
    }
    return (out == NULL) ? 0 : fclose(out);
}
