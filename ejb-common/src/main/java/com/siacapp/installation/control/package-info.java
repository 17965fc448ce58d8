@NullMarked
package com.siacapp.installation.control;

import org.jspecify.annotations.NullMarked;
