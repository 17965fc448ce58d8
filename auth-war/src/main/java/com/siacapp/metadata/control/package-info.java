@NullMarked
package com.siacapp.metadata.control;

import org.jspecify.annotations.NullMarked;
