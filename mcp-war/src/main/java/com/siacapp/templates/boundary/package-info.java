@NullMarked
package com.siacapp.templates.boundary;

import org.jspecify.annotations.NullMarked;
