/** Whether this node works, yes or no, for anybody who asks; in detail the server says it at its management address. */
@NullMarked
package com.siacapp.health;

import org.jspecify.annotations.NullMarked;
