@NullMarked
package com.siacapp.tasks.boundary;

import org.jspecify.annotations.NullMarked;
