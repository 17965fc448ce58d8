@NullMarked
package com.siacapp.audit.control;

import org.jspecify.annotations.NullMarked;
