@NullMarked
package com.siacapp.commands.entity;

import org.jspecify.annotations.NullMarked;
