@NullMarked
package com.siacapp.tasks.control;

import org.jspecify.annotations.NullMarked;
