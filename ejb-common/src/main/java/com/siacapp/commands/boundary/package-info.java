@NullMarked
package com.siacapp.commands.boundary;

import org.jspecify.annotations.NullMarked;
