@NullMarked
package com.siacapp.templates.control;

import org.jspecify.annotations.NullMarked;
