/**
 * Tools: what a model may call.
 *
 * <p>A tool is one method of a CDI bean with {@link com.siacapp.tools.entity.Tool @Tool} on it, a record in and a record,
 * or words and pictures, out. Its schemas come from the records; its scope, hints and texts stand on the method. A broken
 * declaration stops the deployment. The role decides which tools a caller sees, the scope decides which of them the token
 * may call.
 */
@NullMarked
package com.siacapp.tools;

import org.jspecify.annotations.NullMarked;
