// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

/** A host program that changes octets of the tables, one in each child process, and runs the self-test there. */
final class MutationHarness {
	private MutationHarness() {
	}

	static String text(String tables) {
		return """
				#include "small_tables.c"
				#include "tables/small_objects.c"
				#include "tables/small_shapes.c"
				#include "tables/small_constants.c"
				#include "tables/small_columns.c"
				#include "tables/small_rights.c"
				#include "tables/small_events.c"
				#include <stdio.h>
				#include <stdlib.h>
				#include <sys/mman.h>
				#include <sys/wait.h>
				#include <unistd.h>
				#undef main
				int self_test_main(void);
				static const struct { const void *at; size_t size; const char *name; } tables[] = {
				%s    { NULL, 0, NULL }
				};
				static int notices(volatile unsigned char *octet)
				{
				    int status = 0;
				    fflush(stdout);
				    pid_t child = fork();
				    if (child == 0) {
				        long page = sysconf(_SC_PAGESIZE);
				        if (freopen("/dev/null", "w", stdout) == NULL || mprotect((void *)((unsigned long)octet & ~(unsigned long)(page - 1)), (size_t)page, PROT_READ | PROT_WRITE) != 0) {
				            _exit(0);
				        }
				        alarm(5);
				        *octet = (unsigned char)(*octet ^ 0x01);
				        _exit(self_test_main());
				    }
				    waitpid(child, &status, 0);
				    return !(WIFEXITED(status) && WEXITSTATUS(status) == 0);
				}
				int main(void)
				{
				    int tried = 0;
				    int missed = 0;
				    for (size_t t = 0; tables[t].at != NULL; t++) {
				        size_t step = tables[t].size / 30 + 1;
				        for (size_t i = 0; i < tables[t].size; i += step) {
				            tried++;
				            if (!notices((volatile unsigned char *)tables[t].at + i)) {
				                missed++;
				                printf("%%s %%zu\\n", tables[t].name, i);
				            }
				        }
				    }
				    printf("tried %%d missed %%d\\n", tried, missed);
				    return 0;
				}
				""".formatted(tables);
	}
}
