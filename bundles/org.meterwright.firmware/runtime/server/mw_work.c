/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_work.h"

#if MW_HAVE_RUN

mw_work_t mw_work;
mw_kept_t mw_kept;

#endif
